package io.plumbline.measures.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.measures.binning.AlignedCounts;
import io.plumbline.measures.binning.EdgeBinning;
import io.plumbline.measures.binning.EdgePolicies;
import io.plumbline.measures.binning.EdgePolicy;
import io.plumbline.measures.binning.Guards;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.PopulationStability;
import io.plumbline.measures.drift.Score;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The measures that take counts, held against what the reference implementations compute on the recipe's data sets. */
class CountGoldenTest {
    private static final ColumnData REFERENCE_A = GoldenRecipe.numbers(GoldenRecipe.referenceA());
    private static final ColumnData CURRENT_A = GoldenRecipe.numbers(GoldenRecipe.currentA());
    private static final ColumnData REFERENCE_C = GoldenRecipe.categories(GoldenRecipe.referenceC());
    private static final ColumnData CURRENT_C = GoldenRecipe.categories(GoldenRecipe.currentC());

    static Stream<Golden> goldenValues() {
        return Stream.of(
                new Golden("evidently_0.7.21", "A.psi", "psi@evidently-0.7", 0.14888482828085292),
                new Golden("evidently_0.7.21", "A.kl_div", "kl@evidently-0.7", 0.06226086945526757),
                new Golden("evidently_0.7.21", "A.jensenshannon", "js@evidently-0.7", 0.13316317496680777),
                new Golden("evidently_0.7.21", "A.hellinger", "hellinger@evidently-0.7", 0.13695664888280698),
                new Golden("evidently_0.7.21", "C.psi", "psi@evidently-0.7", 0.518487050326889),
                new Golden("evidently_0.7.21", "C.kl_div", "kl@evidently-0.7", 0.22405993572016605),
                new Golden("evidently_0.7.21", "C.jensenshannon", "js@evidently-0.7", 0.18090689443628552),
                new Golden("evidently_0.7.21", "C.hellinger", "hellinger@evidently-0.7", 0.2120636713215098),
                new Golden("nannyml_0.13", "A.js", "js@nannyml-0.13", 0.15889183640393423),
                new Golden("nannyml_0.13", "A.hellinger", "hellinger@nannyml-0.13", 0.13658613303539552),
                new Golden("nannyml_0.13", "C.js", "js@nannyml-0.13", 0.21729132481138722),
                new Golden("nannyml_0.13", "C.hellinger", "hellinger@nannyml-0.13", 0.21206367132150955),
                new Golden("nannyml_0.13", "C.chi2", "chi2@nannyml-0.13", 613.5366483619955),
                new Golden("nannyml_0.13", "C.l_infinity", "linf@nannyml-0.13", 0.07925000000000001),
                new Golden("deepchecks_0.19", "C.cramers_v", "cramers_v@deepchecks-0.19", 0.22198115396299212),
                new Golden("deepchecks_0.19", "C.psi", "psi@deepchecks-0.19", 0.12508034629128453),
                new Golden("other", "A.frouros_psi_10", "psi@frouros", 1.1907678994772444));
    }

    static Stream<QuantilePsi> quantilePsis() {
        return Stream.of(
                new QuantilePsi("A.psi_refquantile10_nosmooth", 10, 0, 0.11281160339692747),
                new QuantilePsi("A.psi_refquantile10_count+1_(Fiddler rule)", 10, 1, 0.1123030414936255),
                new QuantilePsi("A.psi_refquantile20_nosmooth", 20, 0, 0.13219686861165236),
                new QuantilePsi("A.psi_refquantile20_count+1_(Fiddler rule)", 20, 1, 0.13104118130073134));
    }

    private static final double[] DOMINO_REFERENCE = {
        1, 8, 39, 56, 163, 270, 491, 730, 894, 1028, 1089, 1027, 852, 607, 378, 182, 117, 41, 20, 7, 0
    };
    private static final double[] DOMINO_CURRENT = {
        1, 9, 24, 50, 72, 136, 197, 269, 380, 394, 451, 452, 413, 336, 282, 220, 138, 91, 43, 21, 21
    };

    @ParameterizedTest
    @MethodSource("goldenValues")
    void valueIsThatOfTheReferenceTool(Golden golden) {
        assertThat(golden.score().value()).isCloseTo(golden.expected(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("quantilePsis")
    void psiOverQuantilesIsThatOfTheRecipe(QuantilePsi golden) {
        assertThat(golden.value()).isCloseTo(golden.expected(), within(1e-9));
    }

    @Test
    void evidentlysChiSquareIsCertainWhereThereIsANewCategory() {
        Score score = (Score) Measures.require("chi2@evidently-0.7").measure(REFERENCE_C, CURRENT_C);
        assertThat(score.p()).isEqualTo(0.0);
        assertThat(score.isDrift()).isTrue();
    }

    @Test
    void evidentlysGTestRefusesSamplesOfDifferentSize() {
        Outcome outcome = Measures.require("g@evidently-0.7").measure(REFERENCE_C, CURRENT_C);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotComputable.class, not -> assertThat(not.reason()).contains("4000 against 8000"));
    }

    @Test
    void freedmanDiaconisIsCappedAtTwentyBins() {
        assertThat(EdgePolicies.freedmanDiaconis(20)
                        .edges(REFERENCE_A, CURRENT_A)
                        .bins())
                .isEqualTo(20);
    }

    @Test
    void countsOverFreedmanDiaconisAreThoseOfTheRecipe() {
        AlignedCounts counts =
                new EdgeBinning(EdgePolicies.freedmanDiaconis(20), Guards.LEFTOVER).align(REFERENCE_A, CURRENT_A);
        assertThat(counts.reference()).containsExactly(DOMINO_REFERENCE);
        assertThat(counts.current()).containsExactly(DOMINO_CURRENT);
    }

    @Test
    void theFiguresAreThoseOfTheSharedFile() {
        Optional<JsonNode> shared = SharedGolden.read();
        assumeTrue(shared.isPresent(), "the shared golden numbers are not beside this repository");
        JsonNode numbers = shared.get();
        goldenValues()
                .forEach(golden -> assertThat(
                                numbers.get(golden.tool()).get(golden.key()).doubleValue())
                        .as(golden.key())
                        .isEqualTo(golden.expected()));
        JsonNode other = numbers.get("other");
        quantilePsis()
                .forEach(golden -> assertThat(other.get(golden.key()).doubleValue())
                        .as(golden.key())
                        .isEqualTo(golden.expected()));
        assertThat(other.get("A.domino_like_bins").intValue()).isEqualTo(20);
        assertThat(array(other.get("A.domino_like_ref"))).containsExactly(DOMINO_REFERENCE);
        assertThat(array(other.get("A.domino_like_cur"))).containsExactly(DOMINO_CURRENT);
        assertThat(numbers.get("evidently_0.7.21").get("C.chisquare").doubleValue())
                .isEqualTo(0.0);
        assertThat(numbers.get("evidently_0.7.21").get("C.g_test").asString()).startsWith("ERR");
    }

    private static double[] array(JsonNode node) {
        return node.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    /** A number of the file, and the measure whose value it is; the data set is the first letter of the key. */
    record Golden(String tool, String key, String measure, double expected) {
        Score score() {
            boolean numeric = key.startsWith("A.");
            return (Score) Measures.require(measure)
                    .measure(numeric ? REFERENCE_A : REFERENCE_C, numeric ? CURRENT_A : CURRENT_C);
        }
    }

    /** The index over so many quantiles of the reference, with so much added to each count. */
    record QuantilePsi(String key, int bins, int added, double expected) {
        double value() {
            EdgePolicy policy = EdgePolicies.quantiles(bins);
            AlignedCounts counts = new EdgeBinning(policy, Guards.FOLDED).align(REFERENCE_A, CURRENT_A);
            return PopulationStability.index(shares(counts.reference()), shares(counts.current()));
        }

        private double[] shares(double[] counts) {
            double[] more = Arrays.stream(counts).map(count -> count + added).toArray();
            double total = DoubleStream.of(more).sum();
            return Arrays.stream(more).map(count -> count / total).toArray();
        }
    }
}
