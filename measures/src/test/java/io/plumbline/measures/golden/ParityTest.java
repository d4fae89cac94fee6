package io.plumbline.measures.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The parity definitions on data sets that no one looked at while writing them. The numbers were computed by the reference tools
 * themselves; {@code src/test/golden/parity} makes them again.
 */
class ParityTest {
    private static final double EXACTLY = 1e-9;

    /** SciPy computes this p-value as 1 - cdf, so that the last place of 1 is the grain of its own numbers. */
    private static final String COMPLEMENT = "cramer_von_mises@evidently-0.7";

    private static final Map<String, Expectation> EVIDENTLY = Map.ofEntries(
            value("psi", "psi@evidently-0.7"),
            value("kl_div", "kl@evidently-0.7"),
            value("jensenshannon", "js@evidently-0.7"),
            value("hellinger", "hellinger@evidently-0.7"),
            value("wasserstein", "wasserstein@evidently-0.7"),
            value("ed", "energy@evidently-0.7"),
            pValue("ks", "ks@evidently-0.7"),
            pValue("es", "epps_singleton@evidently-0.7"),
            pValue("cramer_von_mises", "cramer_von_mises@evidently-0.7"),
            pValue("mannw", "mann_whitney@evidently-0.7"),
            pValue("t_test", "t@evidently-0.7"),
            pValue("anderson", "anderson_darling@evidently-0.7"),
            pValue("chisquare", "chi2@evidently-0.7"),
            pValue("g_test", "g@evidently-0.7"),
            pValue("z", "z@evidently-0.7"),
            pValue("fisher_exact", "fisher@evidently-0.7"));

    private static final Map<String, Expectation> NANNYML = Map.ofEntries(
            value("js", "js@nannyml-0.13"),
            value("hellinger", "hellinger@nannyml-0.13"),
            value("ks", "ks@nannyml-0.13"),
            value("wasserstein", "wasserstein@nannyml-0.13"),
            value("chi2", "chi2@nannyml-0.13"),
            value("l_infinity", "linf@nannyml-0.13"));

    private static final Map<String, Expectation> DEEPCHECKS = Map.ofEntries(
            value("emd_margin0.025", "wasserstein@deepchecks-0.19"),
            value("ks", "ks@deepchecks-0.19"),
            value("cramers_v", "cramers_v@deepchecks-0.19"),
            value("PSI", "psi@deepchecks-0.19"));

    private static final Map<String, List<ColumnData>> DATA_SETS = Map.ofEntries(
            numbers("small", 11, 500, x -> x, 12, 300, x -> 0.1 + x),
            numbers("large", 21, 12000, x -> x, 22, 9000, x -> 0.05 + 1.1 * x),
            numbers("skewed", 31, 3000, x -> Math.abs(x * x * x), 32, 2500, x -> Math.abs(x * x * x) + 0.02),
            numbers("stepped", 41, 2000, x -> Math.floor(4 * x) / 2, 42, 1500, x -> Math.floor(4.4 * x) / 2),
            numbers("few_rows", 61, 30, x -> x, 62, 20, x -> 0.5 + x),
            Map.entry("few_values", List.of(digits(51, 1500, .4, .3, .2, .1), digits(52, 900, .3, .3, .25, .15))),
            Map.entry("colours", List.of(colours(71, 4000, .5, .3, .15, .05), colours(72, 1000, .4, .35, .2, .05))),
            Map.entry("new_and_gone", List.of(letters(81, 900, "c", .6, .3, .1), letters(82, 700, "d", .5, .4, .1))),
            Map.entry("equal_sizes", List.of(answers(101, 600, .7, .3), answers(102, 600, .6, .4))),
            Map.entry("two_values", List.of(answers(91, 800, .7, .3), answers(92, 600, .6, .4))));

    @TestFactory
    Stream<DynamicTest> evidently() throws IOException {
        return tests("parity-evidently.json", EVIDENTLY);
    }

    @TestFactory
    Stream<DynamicTest> nannyml() throws IOException {
        return tests("parity-nannyml.json", NANNYML);
    }

    @TestFactory
    Stream<DynamicTest> deepchecks() throws IOException {
        return tests("parity-deepchecks.json", DEEPCHECKS);
    }

    private static Stream<DynamicTest> tests(String resource, Map<String, Expectation> expectations)
            throws IOException {
        try (InputStream json = Objects.requireNonNull(ParityTest.class.getResourceAsStream("/golden/" + resource))) {
            JsonNode numbers = new ObjectMapper().readTree(json);
            assertThat(numbers.size()).isGreaterThanOrEqualTo(20);
            return numbers.properties().stream()
                    .map(number -> DynamicTest.dynamicTest(
                            number.getKey(), () -> check(number.getKey(), number.getValue(), expectations)));
        }
    }

    private static void check(String key, JsonNode number, Map<String, Expectation> expectations) {
        int dot = key.indexOf('.');
        List<ColumnData> sides = Objects.requireNonNull(DATA_SETS.get(key.substring(0, dot)));
        Expectation expectation = Objects.requireNonNull(expectations.get(key.substring(dot + 1)));
        Outcome outcome = Measures.require(expectation.measure()).measure(sides.get(0), sides.get(1));
        if (number.isString()) {
            // the reference raises an error here
            assertThat(outcome).isInstanceOf(NotComputable.class);
            return;
        }
        assertThat(outcome).isInstanceOf(Score.class);
        double expected = number.doubleValue();
        if (expectation.isP()) {
            assertThat(((Score) outcome).p()).isCloseTo(expected, within(EXACTLY * expected + expectation.grain()));
        } else {
            assertThat(((Score) outcome).value()).isCloseTo(expected, within(EXACTLY));
        }
    }

    private record Expectation(String measure, boolean isP) {
        double grain() {
            return measure.equals(COMPLEMENT) ? 2 * Math.ulp(1.0) : 0;
        }
    }

    private static Map.Entry<String, Expectation> value(String name, String measure) {
        return Map.entry(name, new Expectation(measure, false));
    }

    private static Map.Entry<String, Expectation> pValue(String name, String measure) {
        return Map.entry(name, new Expectation(measure, true));
    }

    private static Map.Entry<String, List<ColumnData>> numbers(
            String name,
            int referenceSeed,
            int referenceSize,
            DoubleUnaryOperator referenceMap,
            int currentSeed,
            int currentSize,
            DoubleUnaryOperator currentMap) {
        return Map.entry(
                name,
                List.of(
                        GoldenRecipe.numbers(Arrays.stream(GoldenRecipe.number(referenceSeed, referenceSize))
                                .map(referenceMap)
                                .toArray()),
                        GoldenRecipe.numbers(Arrays.stream(GoldenRecipe.number(currentSeed, currentSize))
                                .map(currentMap)
                                .toArray())));
    }

    private static ColumnData digits(int seed, int size, double... shares) {
        return GoldenRecipe.numbers(GoldenRecipe.category(seed, size, shares, "1", "2", "3", "4").stream()
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    private static ColumnData colours(int seed, int size, double... shares) {
        return GoldenRecipe.categories(GoldenRecipe.category(seed, size, shares, "red", "green", "blue", "grey"));
    }

    private static ColumnData letters(int seed, int size, String last, double... shares) {
        return GoldenRecipe.categories(GoldenRecipe.category(seed, size, shares, "a", "b", last));
    }

    private static ColumnData answers(int seed, int size, double... shares) {
        return GoldenRecipe.categories(GoldenRecipe.category(seed, size, shares, "no", "yes"));
    }
}
