package io.plumbline.measures.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.column.Tally;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final ProfileSpec NUMBERS = ProfileSpec.of(ColumnType.NUMBER);

    @Test
    void countsEveryKindOfRowApart() {
        double infinity = Double.POSITIVE_INFINITY;
        double[] values = {1, Double.NaN, infinity, -infinity, 2, infinity};
        ProfiledColumn column = profiled(NUMBERS, new ColumnChunk.Numbers(values, 6, 3, 4));
        assertThat(column.tally()).isEqualTo(new Tally(2, 3, 1, 2, 1, 4));
        assertThat(column.moments()).isEqualTo(new Moments(2, 1, 2, 1.5, 0.25));
    }

    @Test
    void keepsWhatLiesOutsideTheEdges() {
        Edges edges = Edges.of(0, 1, 10);
        var counts = profiled(NUMBERS.withEdges(edges), numbers(-5, -0.1, 0, 0.5, 1, 10, 10.1))
                .countsOver(edges);
        assertThat(counts.below()).isEqualTo(2);
        assertThat(counts.counts()).containsExactly(2, 2);
        assertThat(counts.above()).isEqualTo(1);
        assertThat(counts.isExact()).isTrue();
    }

    @Test
    void fewDifferentValuesAreKnownInFull() {
        ProfiledColumn column = profiled(NUMBERS, numbers(3, 1, 2, 2, -0.0, 0.0));
        assertThat(column.categories().counts()).isEqualTo(Map.of("0.0", 2L, "1.0", 1L, "2.0", 2L, "3.0", 1L));
        assertThat(column.quantile(0.5)).isEqualTo(1.5);
        assertThat(column.quantile(0.25)).isEqualTo(0.25);
        assertThat(column.quantile(1)).isEqualTo(3);
        assertThat(column.distinct()).isEqualTo(ColumnData.DistinctCount.exactly(4));
        assertThat(column.countsOver(Edges.of(0, 2, 3)).counts()).containsExactly(3, 3);
        assertThat(column.rankError()).isZero();
    }

    @Test
    void saysWhatIsNotKnownAndWhatToDo() {
        double[] many = IntStream.range(0, 65).asDoubleStream().toArray();
        ProfiledColumn column = profiled(NUMBERS, numbers(many));
        assertThat(column.distinct()).isEqualTo(ColumnData.DistinctCount.UNKNOWN);
        assertThat(column.quantile(0)).isZero();
        assertThat(column.quantile(1)).isEqualTo(64);
        assertThat(column.rankError()).isEqualTo(1);
        assertThatThrownBy(() -> column.quantile(0.5))
                .isInstanceOf(NotKnownException.class)
                .hasMessageContaining("quantile sketch");
        assertThatThrownBy(() -> column.countsOver(Edges.of(0, 1)))
                .isInstanceOf(NotKnownException.class)
                .hasMessageContaining("these edges");
        assertThatThrownBy(column::categories)
                .isInstanceOf(NotKnownException.class)
                .hasMessageContaining("more than 64 different values");
        assertThatThrownBy(column::sortedValues).isInstanceOf(NotKnownException.class);
    }

    @Test
    void wholeNumbersBeyondTwoToThe53AreExact() {
        long large = (1L << 53) + 1;
        Profile profile = profiled(
                        ProfileSpec.of(ColumnType.INTEGER),
                        new ColumnChunk.Integers(
                                new long[] {large, large + 1, Long.MAX_VALUE, Long.MIN_VALUE}, 2, 0, 0))
                .profile();
        NumberSummary numbers = profile.exact().numbers().orElseThrow();
        assertThat(numbers.min()).isEqualTo(large);
        assertThat(numbers.max()).isEqualTo(large + 1);
        assertThat(numbers.values().orElseThrow()).hasSize(2);
        assertThat(profile.asColumn().moments().variance()).isEqualTo(0.25);
    }

    @Test
    void countsTruthValuesAndTexts() {
        assertThat(profiled(ProfileSpec.of(ColumnType.BOOLEAN), new ColumnChunk.Booleans(2, 3, 1, 0))
                        .categories()
                        .counts())
                .isEqualTo(Map.of("true", 2L, "false", 3L));
        ColumnChunk texts = new ColumnChunk.Texts(new String[] {"x", "", "x"}, new long[] {1, 2, 3}, 3, 1, 0);
        ProfiledColumn column = profiled(ProfileSpec.of(ColumnType.TEXT), texts);
        assertThat(column.categories().counts()).isEqualTo(Map.of("x", 4L, "", 2L));
        assertThat(column.tally().values()).isEqualTo(6);
        assertThatThrownBy(column::moments)
                .isInstanceOf(NotKnownException.class)
                .hasMessage("a text column has no moments");
    }

    @Test
    void tooManyCategoriesAreCountedTogether() {
        Random random = new Random(7);
        String[] texts = IntStream.range(0, 50_000)
                .mapToObj(i -> "id-" + random.nextInt(20_000))
                .toArray(String[]::new);
        long[] ones = new long[texts.length];
        Arrays.fill(ones, 1);
        ProfiledColumn column =
                profiled(ProfileSpec.of(ColumnType.TEXT), new ColumnChunk.Texts(texts, ones, ones.length, 0, 0));
        assertThat(column.categories().counts()).hasSize(1000);
        assertThat(column.categories().total()).isEqualTo(50_000);
        column.categories()
                .counts()
                .forEach((text, count) -> assertThat(count)
                        .isEqualTo(Arrays.stream(texts).filter(text::equals).count()));
        double distinct = Arrays.stream(texts).distinct().count();
        // four standard errors of 1/sqrt(998)
        assertThat(column.distinct().value().orElseThrow() / distinct).isBetween(0.873, 1.127);
        assertThat(column.distinct().exact()).isFalse();
    }

    @Test
    void onlyEqualSpecificationsMerge() {
        Profile without = profiled(NUMBERS, numbers(1)).profile();
        Profile with = profiled(NUMBERS.withEdges(Edges.of(0, 1)), numbers(1)).profile();
        assertThatThrownBy(() -> without.merge(with))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("profiles of different edges cannot be merged");
    }

    @Test
    void aSpecificationRefusesWhatDoesNotFit() {
        assertThatThrownBy(() -> ProfileSpec.of(ColumnType.TEXT).withEdges(Edges.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProfileSpec.of(ColumnType.TEXT).withSketch(SketchKind.QUANTILES, 200))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NUMBERS.withMaxCategories(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProfileBuilder(NUMBERS.withSketch(SketchKind.QUANTILES, 200), Sketches.NONE))
                .hasMessageContaining("no library of sketches was given");
        assertThatThrownBy(() -> profiled(NUMBERS, new ColumnChunk.Booleans(1, 1, 0, 0)))
                .hasMessage("a profile of a number column does not take Booleans");
    }

    @Test
    void addingMoreDoesNotChangeWhatWasBuilt() {
        ProfileBuilder builder = new ProfileBuilder(NUMBERS, Sketches.NONE);
        builder.add(numbers(1, 2));
        Profile profile = builder.build();
        String before = profile.digest();
        builder.accept(numbers(3));
        assertThat(profile.digest()).isEqualTo(before);
        assertThat(builder.build().digest()).isNotEqualTo(before);
    }

    @Test
    void numbersTakeWholeNumbersToo() {
        ColumnChunk whole = new ColumnChunk.Integers(new long[] {1, 2}, 2, 0, 0);
        assertThat(profiled(NUMBERS, whole).profile().digest())
                .isEqualTo(profiled(NUMBERS, numbers(2, 1)).profile().digest());
    }

    static ColumnChunk numbers(double... values) {
        return new ColumnChunk.Numbers(values, values.length, 0, 0);
    }

    static ProfiledColumn profiled(ProfileSpec spec, ColumnChunk chunk) {
        ProfileBuilder builder = new ProfileBuilder(spec, Sketches.NONE);
        builder.add(chunk);
        return builder.build().asColumn();
    }
}
