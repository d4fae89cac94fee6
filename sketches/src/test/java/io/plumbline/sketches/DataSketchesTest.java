package io.plumbline.sketches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.profile.DistinctSketch;
import io.plumbline.measures.profile.FrequentItemsSketch.FrequentItem;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.ProfiledColumn;
import io.plumbline.measures.profile.QuantileSketch;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataSketchesTest {
    private static final Sketches LIBRARY = new DataSketches();
    private static final ProfileSpec SKETCHED = ProfileSpec.of(ColumnType.NUMBER)
            .withSketch(SketchKind.QUANTILES, 200)
            .withSketch(SketchKind.DISTINCT, 12);

    @Test
    void quantilesAreWithinTheStatedError() {
        double[] values = new Random(1).doubles(100_000).toArray();
        QuantileSketch sketch = quantiles(values);
        assertThat(sketch.count()).isEqualTo(100_000);
        assertThat(sketch.rankError()).isBetween(0.01, 0.02);
        // the values are uniform; 100,000 of them are themselves within 0.006 of it
        for (double rank = 0.05; rank < 1; rank += 0.05) {
            double tolerance = 2 * sketch.rankError() + 0.006;
            assertThat(Math.abs(sketch.quantile(rank) - rank)).isLessThan(tolerance);
            assertThat(Math.abs(sketch.shareBelow(rank) - rank)).isLessThan(tolerance);
        }
    }

    @Test
    void fewValuesAreKeptInFull() {
        QuantileSketch sketch = quantiles(1, 2, 2, 3);
        assertThat(sketch.rankError()).isZero();
        assertThat(sketch.shareBelow(2)).isEqualTo(0.25);
        assertThat(sketch.shareUpTo(2)).isEqualTo(0.75);
    }

    @Test
    void emptySketchesKnowNothing() {
        QuantileSketch sketch = LIBRARY.quantiles(200);
        sketch.update(new double[0], 0);
        assertThat(sketch.quantile(0.5)).isNaN();
        assertThat(sketch.shareBelow(0)).isNaN();
        assertThat(LIBRARY.readQuantiles(sketch.toBytes()).count()).isZero();
        assertThat(LIBRARY.distinct(12).estimate()).isZero();
        assertThat(LIBRARY.distinct(12).relativeError()).isZero();
    }

    @Test
    void distinctIsWithinTheStatedErrorAfterMerging() {
        DistinctSketch here = LIBRARY.distinct(12);
        here.update(IntStream.range(0, 60_000).asDoubleStream().toArray(), 60_000);
        DistinctSketch there = LIBRARY.distinct(12);
        there.update(IntStream.range(30_000, 100_000).asDoubleStream().toArray(), 70_000);
        DistinctSketch both = LIBRARY.readDistinct(here.merge(there).toBytes());
        assertThat(both.relativeError()).isBetween(0.01, 0.08);
        assertThat(Math.abs(both.estimate() / 100_000 - 1)).isLessThan(both.relativeError());
    }

    @Test
    void anEmptyTextIsAValueToo() {
        DistinctSketch sketch = LIBRARY.distinct(12);
        sketch.update(new String[] {"", "a", "", "b"}, 4);
        assertThat(Math.round(sketch.estimate())).isEqualTo(3);
        sketch.update(new long[] {5, 5, 6}, 3);
        assertThat(Math.round(sketch.estimate())).isEqualTo(5);
    }

    @Test
    void frequentTextsAreFound() {
        ProfileSpec spec = ProfileSpec.of(ColumnType.TEXT)
                .withMaxCategories(20)
                .withSketch(SketchKind.FREQUENT_ITEMS, 64)
                .withSketch(SketchKind.DISTINCT, 12);
        Profile half = profile(spec, frequentChunk());
        ProfiledColumn column = Profile.of(half.merge(half).toBytes(), LIBRARY).asColumn();
        FrequentItem most = column.frequentItems().orElseThrow().frequentItems().get(0);
        assertThat(most.text()).isEqualTo("often");
        assertThat(1000L).isBetween(most.lower(), most.upper());
        assertThat(most.upper() - most.lower())
                .isLessThanOrEqualTo(column.frequentItems().orElseThrow().maximumError());
        assertThat(column.categories().counts()).hasSize(20);
        assertThat(column.distinct().exact()).isFalse();
        assertThat(column.distinct().value().orElseThrow()).isBetween(440L, 560L);
    }

    private static ColumnChunk frequentChunk() {
        String[] texts = IntStream.range(0, 500)
                .mapToObj(i -> i == 0 ? "often" : "seldom " + i)
                .toArray(String[]::new);
        long[] counts = new long[500];
        Arrays.fill(counts, 1);
        counts[0] = 500;
        return new ColumnChunk.Texts(texts, counts, 500, 0, 0);
    }

    @Test
    void aProfileAnswersFromItsSketches() {
        double[] values = new Random(3).doubles(50_000).toArray();
        Profile profile = profile(SKETCHED, numbers(values));
        ProfiledColumn column = Profile.of(profile.toBytes(), LIBRARY).asColumn();
        Edges edges = Edges.of(0.25, 0.5, 0.75);
        var counts = column.countsOver(edges);
        assertThat(counts.isExact()).isFalse();
        assertThat(counts.errorShare()).isEqualTo(column.rankError()).isPositive();
        assertThat(counts.total()).isEqualTo(50_000);
        for (double count : new double[] {counts.below(), counts.counts()[0], counts.counts()[1], counts.above()}) {
            assertThat(count / 50_000).isBetween(0.25 - 0.03, 0.25 + 0.03);
        }
        assertThat(column.quantile(0.5)).isBetween(0.47, 0.53);
        assertThat(column.distinct().value().orElseThrow()).isBetween(46_000L, 54_000L);
    }

    @Test
    void mergedProfilesHaveTheSketchesOfBoth() {
        double[] low = IntStream.range(0, 5_000).asDoubleStream().toArray();
        double[] high = IntStream.range(5_000, 10_000).asDoubleStream().toArray();
        Profile merged = profile(SKETCHED, numbers(low)).merge(profile(SKETCHED, numbers(high)));
        assertThat(merged.asColumn().quantile(0.5)).isBetween(4_600.0, 5_400.0);
        double[] all = IntStream.range(0, 10_000).asDoubleStream().toArray();
        assertThat(merged.digest()).isEqualTo(profile(SKETCHED, numbers(all)).digest());
    }

    @Test
    void whatWasBuiltStaysWhenMoreIsAdded() {
        ProfileBuilder builder = new ProfileBuilder(SKETCHED, LIBRARY);
        builder.add(numbers(IntStream.range(0, 100).asDoubleStream().toArray()));
        ProfiledColumn before = builder.build().asColumn();
        builder.add(numbers(new double[] {1e6, 1e6, 1e6}));
        assertThat(before.quantile(0.999)).isEqualTo(99);
    }

    /** The file holds what KllDoublesSketch 9.0.0 of k = 200 wrote after an update by 0 to 9,999 in order. */
    @Test
    void sketchBytesOfNinePointZeroAreReadAndWrittenAsTheyWere() throws IOException {
        byte[] golden;
        try (InputStream in = DataSketchesTest.class.getResourceAsStream("kll-200-of-0-to-9999-by-9.0.0.bin")) {
            golden = in.readAllBytes();
        }
        QuantileSketch sketch = LIBRARY.readQuantiles(golden);
        assertThat(sketch.count()).isEqualTo(10_000);
        assertThat(sketch.quantile(0)).isZero();
        assertThat(sketch.quantile(1)).isEqualTo(9_999);
        assertThat(sketch.quantile(0.5) / 10_000).isBetween(0.5 - sketch.rankError(), 0.5 + sketch.rankError());
        assertThat(sketch.toBytes()).isEqualTo(golden);
    }

    @Test
    void damagedSketchesAreRefused() {
        assertThatThrownBy(() -> LIBRARY.readQuantiles(new byte[] {1, 2, 3}))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageContaining("quantile sketch cannot be read");
        assertThatThrownBy(() -> LIBRARY.readDistinct(new byte[40])).isInstanceOf(ProfileFormatException.class);
        assertThatThrownBy(() -> LIBRARY.readFrequentItems(new byte[40])).isInstanceOf(ProfileFormatException.class);
    }

    @Test
    void aProfileWithSketchesIsNotReadWithoutALibrary() {
        byte[] bytes = profile(SKETCHED, numbers(new double[] {1})).toBytes();
        assertThatThrownBy(() -> Profile.of(bytes, Sketches.NONE))
                .hasMessageContaining("no library of sketches was given");
    }

    @Test
    void aProfileIsReadWithTheSketchesThatAreWanted() {
        ColumnChunk chunk = numbers(new Random(7).doubles(1_000).toArray());
        Profile sketched = profile(SKETCHED, chunk);
        byte[] bytes = sketched.toBytes();
        Profile exact = profile(ProfileSpec.of(ColumnType.NUMBER), chunk);
        assertThat(Profile.of(bytes, Sketches.NONE, Set.of()).toBytes()).isEqualTo(exact.toBytes());
        assertThat(sketched.keeping(Set.of()).toBytes()).isEqualTo(exact.toBytes());
        Profile ranked = Profile.of(bytes, LIBRARY, Set.of(SketchKind.QUANTILES));
        assertThat(ranked.toBytes())
                .isEqualTo(sketched.keeping(Set.of(SketchKind.QUANTILES)).toBytes());
        assertThat(ranked.spec().sketches()).containsOnlyKeys(SketchKind.QUANTILES);
        assertThat(ranked.asColumn().quantile(0.5))
                .isEqualTo(sketched.asColumn().quantile(0.5));
        assertThat(ranked.asColumn().distinct().value()).isEmpty();
        assertThat(Profile.of(bytes, LIBRARY, EnumSet.allOf(SketchKind.class)).toBytes())
                .isEqualTo(bytes);
    }

    private static QuantileSketch quantiles(double... values) {
        QuantileSketch sketch = LIBRARY.quantiles(200);
        sketch.update(values, values.length);
        return sketch;
    }

    private static ColumnChunk numbers(double[] values) {
        return new ColumnChunk.Numbers(values, values.length, 0, 0);
    }

    private static Profile profile(ProfileSpec spec, ColumnChunk chunk) {
        ProfileBuilder builder = new ProfileBuilder(spec, LIBRARY);
        builder.add(chunk);
        return builder.build();
    }
}
