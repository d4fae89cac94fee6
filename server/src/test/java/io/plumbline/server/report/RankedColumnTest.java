package io.plumbline.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.drift.Threshold;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankedColumnTest {
    private static final double NONE = Double.NaN;

    @Test
    void aTenthOfTheLimitOnPIsOnePowerOfTenBeyondIt() {
        assertThat(beyond(SampleMeasures.judged(Threshold.pAtMost(0.05), 3, 0.005, NONE)))
                .isCloseTo(1, within(1e-12));
        assertThat(beyond(SampleMeasures.judged(Threshold.pAtMost(0.05), 3, 0, NONE)))
                .isInfinite()
                .isPositive();
    }

    @Test
    void valuesAreHeldAgainstTheirLimitOnTheSideItIsOn() {
        assertThat(beyond(SampleMeasures.judged(Threshold.valueAtLeast(0.1), 1, NONE, NONE)))
                .isCloseTo(1, within(1e-12));
        assertThat(beyond(SampleMeasures.judged(Threshold.valueAbove(0.1), 0.01, NONE, NONE)))
                .isCloseTo(-1, within(1e-12));
        assertThat(beyond(SampleMeasures.judged(Threshold.valueBelow(0.8), 0.08, NONE, NONE)))
                .isCloseTo(1, within(1e-12));
        assertThat(beyond(SampleMeasures.judged(Threshold.valueAtLeast(0), 0.3, NONE, NONE)))
                .isInfinite();
        assertThat(beyond(SampleMeasures.judged(Threshold.valueAtLeast(0.1), -0.3, NONE, NONE)))
                .isNegative();
    }

    @Test
    void anEffectThatIsTooSmallHoldsATinyPBack() {
        Threshold threshold = Threshold.pAtMostWithEffect(0.05, 0.1);
        assertThat(beyond(SampleMeasures.judged(threshold, 3, 1e-300, 0.01))).isCloseTo(-1, within(1e-12));
        assertThat(beyond(SampleMeasures.judged(threshold, 3, 0.005, 100))).isCloseTo(1, within(1e-12));
        assertThat(beyond(SampleMeasures.judged(threshold, 3, 0.005, NONE))).isCloseTo(1, within(1e-12));
    }

    @Test
    void theCorrectedPIsTheOneThatCounts() {
        JudgedOutcome raw = SampleMeasures.judged(Threshold.pAtMost(0.05), 3, 0.005, NONE);
        RankedColumn.Deciding deciding = RankedColumn.Deciding.of(List.of(new JudgedOutcome(raw.outcome(), 0.05, true)))
                .orElseThrow();
        assertThat(deciding.held()).isEqualTo(0.05);
        assertThat(deciding.isAdjusted()).isTrue();
    }

    @Test
    void theFirstMeasureThatCouldBeComputedDecides() {
        JudgedOutcome none = new JudgedOutcome(SampleMeasures.notComputable("too few"), NONE, false);
        JudgedOutcome score = SampleMeasures.judged(Threshold.NONE, 3, NONE, NONE);
        assertThat(RankedColumn.Deciding.of(List.of(none, score)).orElseThrow().score())
                .isSameAs(score.outcome());
        assertThat(RankedColumn.Deciding.of(List.of(none))).isEmpty();
        assertThat(beyond(score)).isNaN();
    }

    @Test
    void driftedColumnsComeFirstThenTheFurthestBeyondThenTheUnmeasured() {
        Threshold limit = Threshold.valueAtLeast(0.1);
        List<ColumnReport> columns = List.of(
                SampleColumn.empty("unmeasured"),
                column("near", SampleMeasures.judged(limit, 0.09, NONE, NONE)),
                column("drifted", SampleMeasures.judged(limit, 0.2, NONE, NONE)),
                column("far", SampleMeasures.judged(limit, 0.001, NONE, NONE)),
                column("worst", SampleMeasures.judged(limit, 5, NONE, NONE)));
        assertThat(RankedColumn.bySeverity(columns))
                .extracting(ranked -> ranked.report().name())
                .containsExactly("worst", "drifted", "near", "far", "unmeasured");
    }

    @Test
    void amongEqualPTheLargerEffectComesFirst() {
        List<ColumnReport> columns = List.of(
                column("small", SampleMeasures.judged(Threshold.pAtMost(0.05), 1, 0, 0.2)),
                column("large", SampleMeasures.judged(Threshold.pAtMost(0.05), 1, 0, 0.9)));
        assertThat(RankedColumn.bySeverity(columns))
                .extracting(ranked -> ranked.report().name())
                .containsExactly("large", "small");
    }

    private static double beyond(JudgedOutcome outcome) {
        return RankedColumn.of(column("x", outcome)).beyond();
    }

    private static ColumnReport column(String name, JudgedOutcome outcome) {
        ColumnReport like = SampleColumn.numeric(name, ColumnType.NUMBER, 0, 1, 0, 1);
        return new ColumnReport(
                name,
                like.type(),
                like.role(),
                like.reference(),
                like.current(),
                like.change(),
                List.of(outcome),
                outcome.drifted(),
                like.picture());
    }
}
