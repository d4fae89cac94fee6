package io.plumbline.server.output;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.drift.Score;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result that decides about a column: the first that could be computed.
 *
 * @param score what was measured
 * @param p the p-value it was judged by: corrected for the number of columns where it was; NaN where there is none
 */
record Deciding(Score score, double p) {

    /** Of a column; empty where nothing could be computed. */
    static Optional<Deciding> of(ColumnReport column) {
        return column.results().stream().flatMap(Deciding::of).findFirst();
    }

    private static Stream<Deciding> of(JudgedOutcome result) {
        return result.outcome() instanceof Score score
                ? Stream.of(new Deciding(score, Double.isNaN(result.adjustedP()) ? score.p() : result.adjustedP()))
                : Stream.empty();
    }
}
