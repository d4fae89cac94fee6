package io.plumbline.measures.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.drift.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The measures that take counts, held against what numpy, scipy and Evidently compute. The figures and the recipe that computed them
 * lie in {@code src/test/golden}.
 */
class ComputedGoldenTest {
    private static final Path FIGURES = Path.of("src/test/golden/count_measures.csv");
    private static final Map<String, Sides> DATA = Map.of(
            "A",
            new Sides(GoldenRecipe.numbers(GoldenRecipe.referenceA()), GoldenRecipe.numbers(GoldenRecipe.currentA())),
            "C",
            new Sides(
                    GoldenRecipe.categories(GoldenRecipe.referenceC()),
                    GoldenRecipe.categories(GoldenRecipe.currentC())),
            "I",
            new Sides(wholeNumbers(11, 5000, 0), wholeNumbers(12, 3000, 1)),
            "F",
            new Sides(fewNumbers(13, 3000, .5, .3, .2), fewNumbers(14, 2000, .4, .3, .3)),
            "B",
            new Sides(twoValues(15, 500, .7, .3), twoValues(16, 400, .62, .38)),
            "E",
            new Sides(twoValues(19, 300, .7, .3), twoValues(20, 300, .6, .4)),
            "K",
            new Sides(fourValues(17, .4, .3, .2, .1), fourValues(18, .38, .32, .19, .11)));

    static Stream<String> figures() throws IOException {
        return Files.readAllLines(FIGURES).stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void scoreIsThatOfTheRecipe(String figure) {
        List<String> parts = List.of(figure.split(","));
        Sides sides = Objects.requireNonNull(DATA.get(parts.get(1)), parts.get(1));
        Score score = (Score) Measures.require(parts.get(0)).measure(sides.reference(), sides.current());
        double expected = Double.parseDouble(parts.get(3));
        assertThat(field(score, parts.get(2))).isCloseTo(expected, tolerance(parts.get(2), expected));
    }

    private static double field(Score score, String field) {
        return switch (field) {
            case "value" -> score.value();
            case "p" -> score.p();
            case "effect" -> score.effect();
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** p-values may be tiny, so their tolerance is relative. */
    private static Offset<Double> tolerance(String field, double expected) {
        return Offset.offset(field.equals("p") ? 1e-9 * expected : 1e-9);
    }

    private static ColumnData wholeNumbers(int seed, int n, int shift) {
        return GoldenRecipe.integers(Arrays.stream(GoldenRecipe.number(seed, n))
                .mapToLong(x -> (long) (4 * x + shift))
                .toArray());
    }

    private static ColumnData fewNumbers(int seed, int n, double... probabilities) {
        return GoldenRecipe.integers(GoldenRecipe.category(seed, n, probabilities, "0", "1", "2").stream()
                .mapToLong(Long::parseLong)
                .toArray());
    }

    private static ColumnData twoValues(int seed, int n, double... probabilities) {
        return GoldenRecipe.categories(GoldenRecipe.category(seed, n, probabilities, "no", "yes"));
    }

    private static ColumnData fourValues(int seed, double... probabilities) {
        return GoldenRecipe.categories(GoldenRecipe.category(seed, 3000, probabilities, "a", "b", "c", "d"));
    }

    private record Sides(ColumnData reference, ColumnData current) {}
}
