package io.plumbline.measures.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Hellinger;
import io.plumbline.measures.drift.JensenShannon;
import io.plumbline.measures.drift.KullbackLeibler;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.drift.PopulationStability;
import io.plumbline.measures.drift.Score;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that the reference tools' own tests quote, to the digits they quote, or that the tools gave when they were run. */
class QuotedFiguresTest {

    @Nested
    class WhylabsDistances {
        private static final double[] P = {.32, .16, .28, .04, .2};
        private static final double[] Q = {.25, .0625, .4375, .1875, .0625};
        private static final double[] P_ROUNDED = {0.5826087, 0.1, 0.05217391, 0.24782609, 0.0173913};
        private static final double[] Q_ROUNDED = {0.67346939, 0.05102041, 0.00340136, 0.10884354, 0.16326531};

        // the rounded shares are quoted to 8 digits, their figures to 5

        @Test
        void kullbackLeibler() {
            assertThat(KullbackLeibler.divergence(P, Q)).isCloseTo(0.2752701838700412, within(1e-15));
            assertThat(KullbackLeibler.divergence(P_ROUNDED, Q_ROUNDED)).isCloseTo(0.29028390374880353, within(1e-8));
        }

        @Test
        void populationStability() {
            assertThat(PopulationStability.index(P, Q)).isCloseTo(0.5670270283866204, within(1e-15));
            assertThat(PopulationStability.index(P_ROUNDED, Q_ROUNDED)).isCloseTo(0.6203258001760216, within(1e-7));
        }

        @Test
        void jensenShannon() {
            assertThat(JensenShannon.nats(P, Q)).isCloseTo(0.2584730043524462, within(1e-15));
            // scipy first divides the rounded shares by their sums
            assertThat(JensenShannon.nats(P_ROUNDED, Q_ROUNDED)).isCloseTo(0.25777927185202415, within(1e-8));
        }

        @Test
        void jensenShannonOfSharesThatHaveNothingInCommon() {
            assertThat(JensenShannon.nats(new double[] {0, 1}, new double[] {1, 0}))
                    .isCloseTo(0.8325546111576977, within(1e-15));
        }

        @Test
        void jensenShannonWithAnEmptyBin() {
            assertThat(JensenShannon.nats(new double[] {.4, .4, .2}, new double[] {.5, 0, .5}))
                    .isCloseTo(0.41787571727286305, within(1e-15));
        }

        @Test
        void hellinger() {
            double[] p = {0.32573783, 0.26860953, 0.14846763, 0.10319746, 0.15398756};
            double[] q = {0.32450529, 0.04326352, 0.26435823, 0.31585057, 0.05202239};
            assertThat(Hellinger.distance(p, q)).isCloseTo(0.3145182904022964, within(1e-8));
        }
    }

    @Nested
    class EvidentlyTests {
        private static final ColumnData REFERENCE = counted(16, 18, 16, 14, 12, 12);
        private static final ColumnData TWICE_THE_REFERENCE = counted(32, 36, 32, 28, 24, 24);
        private static final ColumnData CURRENT = counted(16, 16, 16, 16, 16, 8);

        @Test
        void chiSquareDoesNotDependOnTheReferencesSize() {
            assertThat(score("chi2@evidently-0.7", REFERENCE, CURRENT).p()).isCloseTo(0.67309, within(1e-5));
            assertThat(score("chi2@evidently-0.7", TWICE_THE_REFERENCE, CURRENT).p())
                    .isCloseTo(0.67309, within(1e-5));
        }

        @Test
        void hellingerDoesNotDependOnTheReferencesSize() {
            assertThat(score("hellinger@evidently-0.7", REFERENCE, CURRENT).value())
                    .isCloseTo(0.06812, within(1e-5));
            assertThat(score("hellinger@evidently-0.7", TWICE_THE_REFERENCE, CURRENT)
                            .value())
                    .isCloseTo(0.06812, within(1e-5));
        }

        @Test
        void gTest() {
            assertThat(score("g@evidently-0.7", counted(5, 5, 8), counted(4, 6, 8))
                            .p())
                    .isCloseTo(0.8176, within(1e-4));
        }

        @Test
        void zTest() {
            assertThat(score("z@evidently-0.7", counted(10, 10), counted(10, 10))
                            .p())
                    .isEqualTo(1.0);
            assertThat(score("z@evidently-0.7", counted(10), counted(10, 10)).p())
                    .isLessThan(0.05);
        }

        @ParameterizedTest
        @CsvSource({"2, 4, 2, 4, 1.0", "6, 0, 0, 6, 0.0021", "90, 60, 60, 90, 0.00078", "6, 0, 6, 0, 1.0"})
        void fisherExact(long a1, long b1, long a2, long b2, double p) {
            assertThat(score("fisher@evidently-0.7", counted(a1, b1), counted(a2, b2))
                            .p())
                    .isCloseTo(p, within(1e-4));
        }
    }

    @Nested
    class FrourosTests {
        /** Two samples of 500 of the normal distribution, seed 31, over ten bins of equal width. */
        private static final double[] REFERENCE = shares(11, 32, 58, 97, 114, 82, 59, 34, 10, 3);

        private static final double[] CURRENT = shares(7, 30, 55, 95, 99, 102, 65, 34, 10, 3);

        @Test
        void chiSquare() {
            Score score = score("chi2@frouros", counted(4, 2), counted(1, 1, 4));
            assertThat(score.value()).isCloseTo(6.13333333, within(1e-8));
            assertThat(score.p()).isCloseTo(0.04657615, within(1e-8));
        }

        @Test
        void populationStability() {
            assertThat(PopulationStability.index(REFERENCE, CURRENT)).isCloseTo(0.01840072, within(1e-8));
        }

        @Test
        void hellinger() {
            assertThat(Hellinger.distance(REFERENCE, CURRENT)).isCloseTo(0.04792538, within(1e-8));
        }

        private static double[] shares(int... counts) {
            return Arrays.stream(counts).mapToDouble(n -> n / 500.0).toArray();
        }
    }

    /** What Deepchecks 0.19.1 gave for these counts, rare categories below 1 %. */
    @Nested
    class DeepchecksRuns {
        @ParameterizedTest
        @CsvSource({
            "a=200 b=800,               a=400 b=600,          0.21602579183508638, 0.19616585060234526",
            "a=201 b=800 c=37,          a=4000 b=6000 c=123,  0.22516108085920428, 0.21574664086666998",
            "a=201 b=800 c=7,           a=4000 b=6000 c=123,  0.21558240398474793, 0.19294516338977438",
            "a=190 b=800 c=10,          a=4000 b=5900 c=100,  0.22860847413764765, 0.22027522980028824",
            "a=500 b=500,               a=995 b=5,            0.5682415623316062,  2.25751791883431",
            "a=500 b=480 c=20,          a=900 b=95 d=5,       0.44246738607697245, 0.8676964434959568",
            "a=500 b=480 c=20 d=3 e=4,  a=900 b=95 c=3 d=5 f=1, 0.43780968510340684, 0.866496943231724",
            "a=333 b=333 c=333,         a=10 b=7 c=4,         0.0,                 0.13089867598202215",
            "a=17 b=23,                 a=10 b=7 c=4,         0.28463140654886443, 0.6694379189761099"
        })
        void cramersVAndPopulationStability(String reference, String current, double v, double psi) {
            ColumnData before = named(reference);
            ColumnData now = named(current);
            assertThat(score("cramers_v@deepchecks-0.19", before, now).value()).isCloseTo(v, within(1e-9));
            assertThat(score("psi@deepchecks-0.19", before, now).value()).isCloseTo(psi, within(1e-9));
        }

        private static ColumnData named(String counts) {
            Map<String, Long> byName = new TreeMap<>();
            for (String part : counts.trim().split(" ")) {
                byName.put(part.substring(0, 1), Long.parseLong(part.substring(2)));
            }
            return GoldenRecipe.categories(byName);
        }
    }

    private static Score score(String id, ColumnData reference, ColumnData current) {
        return (Score) Measures.require(id).measure(reference, current);
    }

    /** Categories a, b, c and so on that occur so often; those that do not are left out. */
    private static ColumnData counted(long... counts) {
        Map<String, Long> byName = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                byName.put(String.valueOf((char) ('a' + i)), counts[i]);
            }
        }
        return GoldenRecipe.categories(byName);
    }
}
