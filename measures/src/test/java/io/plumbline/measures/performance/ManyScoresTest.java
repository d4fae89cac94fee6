package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Probabilities that are all different: by bin the answers are near, and say how near. */
class ManyScoresTest {
    private static final List<BinaryRow> ROWS = rows();
    private static final BinaryProfile EXACT = BinaryRow.profile(BinarySpec.DEFAULT.withExactScores(100_000), ROWS);
    private static final BinaryProfile BINNED = BinaryRow.profile(BinarySpec.DEFAULT, ROWS);

    private static List<BinaryRow> rows() {
        Random random = new Random(7);
        List<BinaryRow> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double score = 1 / (1 + Math.exp(-2 * random.nextGaussian()));
            int label = random.nextDouble() < score * score ? 1 : 0;
            rows.add(new BinaryRow(label, score < 0.5 ? 0 : 1, score, 1));
        }
        return rows;
    }

    @Test
    void whichOfBothIsTold() {
        assertThat(EXACT.scores().isExact()).isTrue();
        assertThat(BINNED.scores().isExact()).isFalse();
        assertThat(BINNED.toBytes().length).isLessThan(200_000);
    }

    @Test
    void lossesStayExact() {
        for (String id : List.of("log_loss", "brier", "accuracy")) {
            assertThat(score(id, BINNED)).isEqualTo(score(id, EXACT));
        }
    }

    @Test
    void areasAreNearAndWithinTheirBounds() {
        for (String id : List.of("roc_auc", "gini", "pr_auc", "ks_score", "gain", "lift", "ece")) {
            PerformanceScore exact = score(id, EXACT);
            PerformanceScore binned = score(id, BINNED);
            assertThat(exact.isExact()).as(id).isTrue();
            // the share that gain and lift look at may end where all rows of a bin are alike
            assertThat(binned.isExact()).as(id).isEqualTo(id.equals("gain") || id.equals("lift"));
            assertThat(binned.value()).as(id).isEqualTo(exact.value(), within(2e-3));
            assertThat(exact.value())
                    .isBetween(binned.bounds().least(), binned.bounds().greatest());
            assertThat(binned.bounds().greatest() - binned.bounds().least())
                    .as(id)
                    .isLessThan(0.02);
        }
    }

    @Test
    void theCalibrationCurveShowsOverconfidence() {
        Calibration curve = Calibration.of(BINNED, 10).orElseThrow();

        assertThat(curve.bins()).hasSize(10).allSatisfy(bin -> {
            assertThat(bin.meanScore()).isBetween(bin.least(), bin.greatest());
            assertThat(bin.observed()).isLessThan(bin.meanScore() + 0.01);
        });
        assertThat(Calibration.of(BINNED, 7)).isEmpty();
        assertThat(Calibration.of(EXACT, 7)).isPresent();
        assertThat(PerformanceMeasures.calibrationError(7).measure(BINNED)).isInstanceOf(NotMeasured.class);
    }

    private static PerformanceScore score(String id, BinaryProfile profile) {
        return (PerformanceScore)
                PerformanceMeasures.require(PerformanceMeasures.binary(), id).measure(profile);
    }
}
