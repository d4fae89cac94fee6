package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.quality.ColumnQuality;
import java.util.List;
import java.util.Optional;

/** A column as it was measured, before it is judged among all the others. */
record MeasuredColumn(
        ColumnPair pair,
        ColumnType type,
        ColumnQuality reference,
        ColumnQuality current,
        ColumnChange change,
        List<Outcome> outcomes,
        Picture picture) {

    /** The scores, the deciding one first. */
    List<Score> scores() {
        return outcomes.stream()
                .filter(Score.class::isInstance)
                .map(Score.class::cast)
                .toList();
    }

    /** The first score, where it has a limit to be held against. */
    Optional<Score> deciding() {
        return scores().stream()
                .findFirst()
                .filter(score -> score.definition().threshold().hasLimit());
    }

    ColumnReport judged(List<JudgedOutcome> results, boolean drifted) {
        return new ColumnReport(
                pair.name(), type, pair.reference().role(), reference, current, change, results, drifted, picture);
    }
}
