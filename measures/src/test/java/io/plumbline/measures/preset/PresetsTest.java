package io.plumbline.measures.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.golden.GoldenRecipe;
import io.plumbline.measures.table.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    private static final ColumnData CATEGORIES = GoldenRecipe.categories(GoldenRecipe.referenceC());

    @Test
    void namesAreThoseOfTheDesign() {
        assertThat(Presets.all())
                .extracting(Preset::name)
                .containsExactly(
                        "plumbline-1",
                        "evidently-0.7",
                        "nannyml-0.13",
                        "deepchecks-0.19",
                        "whylabs",
                        "fiddler",
                        "domino",
                        "frouros",
                        "scipy");
    }

    @Test
    void eachIsFoundByItsName() {
        assertThat(Presets.all())
                .allSatisfy(preset -> assertThat(Presets.find(preset.name())).contains(preset));
        assertThat(Presets.find("evidently")).isEmpty();
    }

    private static Stream<Arguments> sizes() {
        return IntStream.of(50, 500, 5000, 20_000)
                .boxed()
                .flatMap(rows -> IntStream.of(2, 5, 30).mapToObj(values -> Arguments.of(rows, values)));
    }

    @ParameterizedTest(name = "{0} rows of {1} values")
    @MethodSource("sizes")
    void everyPresetHasAMeasureThatCanBeComputedForEveryTypeAndSize(int rows, int values) {
        for (ColumnType type : ColumnType.values()) {
            ColumnData reference = column(type, rows, values, 1).read();
            ColumnData current = column(type, rows, values, 3).read();
            for (Preset preset : Presets.all()) {
                List<Measure> measures = preset.measuresFor(reference, current);
                assertThat(measures.stream().map(measure -> measure.measure(reference, current)))
                        .as("%s, %s", preset.name(), type)
                        .hasAtLeastOneElementOfType(Score.class);
            }
        }
    }

    /** So many rows of nearly so many different values, of which every {@code step}-th row repeats the first. */
    private static Rows column(ColumnType type, int rows, int values, int step) {
        return new Rows(
                type,
                IntStream.range(0, rows)
                        .mapToObj(row -> cell(type, row % (step + 1) == step ? 0 : row % values))
                        .toList());
    }

    private static Object cell(ColumnType type, long value) {
        return switch (type) {
            case NUMBER -> value / 8.0;
            case INTEGER, TIMESTAMP -> value;
            case BOOLEAN -> value % 2 == 0;
            case TEXT -> "text " + value;
        };
    }

    @Test
    void ownPresetLetsPopulationStabilityDecideAndCorrectsForManyColumns() {
        Preset preset = Presets.find("plumbline-1").orElseThrow();
        assertThat(ids(preset, CATEGORIES, CATEGORIES)).containsExactly("psi@1", "chi2@1", "cramers_v@1");
        assertThat(preset.correction()).isEqualTo(Correction.BENJAMINI_HOCHBERG);
        assertThat(preset.driftedShare()).isEqualTo(0.5);
    }

    @Test
    void evidentlyTakesJensenShannonForManyRowsOfCategories() {
        assertThat(evidently(CATEGORIES, CATEGORIES)).containsExactly("js@evidently-0.7");
    }

    @Test
    void evidentlyTakesChiSquareForFewRowsOfMoreThanTwoCategories() {
        ColumnData few = GoldenRecipe.categories(Map.of("a", 500L, "b", 499L, "c", 1L));
        assertThat(evidently(few, few)).containsExactly("chi2@evidently-0.7");
    }

    @Test
    void evidentlyTakesTheZTestForFewRowsOfTwoCategories() {
        ColumnData two = GoldenRecipe.categories(Map.of("a", 500L, "b", 500L));
        assertThat(evidently(two, two)).containsExactly("z@evidently-0.7");
    }

    @Test
    void evidentlyCountsTheCategoriesOfBothColumns() {
        ColumnData two = GoldenRecipe.categories(Map.of("a", 500L, "b", 500L));
        ColumnData otherTwo = GoldenRecipe.categories(Map.of("a", 500L, "c", 500L));
        assertThat(evidently(two, otherTwo)).containsExactly("chi2@evidently-0.7");
    }

    @Test
    void evidentlyTreatsNumbersOfUpToFiveValuesAsCategories() {
        ColumnData few = numbers(1000, 5);
        ColumnData many = numbers(1001, 5);
        ColumnData two = numbers(1000, 2);
        assertThat(evidently(few, few)).containsExactly("chi2@evidently-0.7");
        assertThat(evidently(two, two)).containsExactly("z@evidently-0.7");
        assertThat(evidently(many, many)).containsExactly("js@evidently-0.7");
    }

    @Test
    void evidentlyTakesOtherTestsForNumbersOfMoreThanFiveValues() {
        assertThat(EvidentlyChoice.of(numbers(1000, 6), numbers(1000, 6))).containsExactly("ks@evidently-0.7");
        assertThat(EvidentlyChoice.of(numbers(1001, 6), numbers(1001, 6))).containsExactly("wasserstein@evidently-0.7");
    }

    private static List<String> evidently(ColumnData reference, ColumnData current) {
        return ids(Presets.find("evidently-0.7").orElseThrow(), reference, current);
    }

    private static List<String> ids(Preset preset, ColumnData reference, ColumnData current) {
        return preset.measuresFor(reference, current).stream()
                .map(Measure::definition)
                .map(definition -> definition.id().toString())
                .toList();
    }

    private static ColumnData numbers(int rows, int values) {
        return GoldenRecipe.numbers(
                IntStream.range(0, rows).mapToDouble(i -> i % values).toArray());
    }
}
