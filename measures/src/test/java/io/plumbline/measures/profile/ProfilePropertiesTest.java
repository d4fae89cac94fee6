package io.plumbline.measures.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A profile is a commutative monoid over rows, however they are ordered and cut. */
class ProfilePropertiesTest {
    private static final Edges EDGES = Edges.of(-1000, -1, 0, 0.5, 3, 1000);
    private static final ProfileSpec NUMBERS = ProfileSpec.of(ColumnType.NUMBER).withEdges(EDGES);
    private static final ProfileSpec INTEGERS =
            ProfileSpec.of(ColumnType.INTEGER).withEdges(Edges.equalWidth(-100, 100, 7));
    private static final ProfileSpec TEXTS = ProfileSpec.of(ColumnType.TEXT).withMaxCategories(5);

    @Provide
    Arbitrary<List<Double>> numbers() {
        Arbitrary<Double> few = Arbitraries.of(-0.0, 0.0, 1.0, 1000.0, -1000.0, 3.0);
        Arbitrary<Double> others = Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        Arbitrary<Double> many = Arbitraries.doubles().between(-2000, 2000);
        Arbitrary<Double> any = Arbitraries.longs().map(Double::longBitsToDouble);
        Arbitrary<Double> mixed =
                Arbitraries.frequencyOf(Tuple.of(4, few), Tuple.of(1, others), Tuple.of(2, many), Tuple.of(1, any));
        return Arbitraries.oneOf(few, mixed).list().ofMaxSize(150);
    }

    @Provide
    Arbitrary<List<Double>> fewNumbers() {
        return Arbitraries.of(-7.25, -5.0, -0.0, 0.0, 0.1, 1.0, 3.0, 6.9, 7.0, 7.5)
                .list()
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<List<Long>> integers() {
        Arbitrary<Long> small = Arbitraries.longs().between(-150, 150);
        return Arbitraries.oneOf(small, Arbitraries.longs()).list().ofMaxSize(150);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> few = Arbitraries.strings().withCharRange('a', 'd').ofLength(1);
        Arbitrary<String> many = Arbitraries.strings().ofMaxLength(40);
        return Arbitraries.oneOf(few, many).list().ofMaxSize(60);
    }

    @Property(tries = 300)
    void numbersDependOnTheRowsAlone(@ForAll("numbers") List<Double> rows, @ForAll Random random) {
        requireSame(rows, random, ProfilePropertiesTest::ofNumbers);
    }

    @Property(tries = 300)
    void integersDependOnTheRowsAlone(@ForAll("integers") List<Long> rows, @ForAll Random random) {
        requireSame(rows, random, ProfilePropertiesTest::ofIntegers);
    }

    @Property(tries = 300)
    void textsDependOnTheRowsAlone(@ForAll("texts") List<String> rows, @ForAll Random random) {
        requireSame(rows, random, ProfilePropertiesTest::ofTexts);
    }

    @Property(tries = 300)
    void mergeOfTextsIsAssociativeAndCommutative(
            @ForAll("texts") List<String> a, @ForAll("texts") List<String> b, @ForAll("texts") List<String> c) {
        requireMonoid(ofTexts(a), ofTexts(b), ofTexts(c), ofTexts(List.of()));
    }

    @Property(tries = 300)
    void mergeOfNumbersIsAssociativeAndCommutative(
            @ForAll("numbers") List<Double> a, @ForAll("numbers") List<Double> b, @ForAll("numbers") List<Double> c) {
        requireMonoid(ofNumbers(a), ofNumbers(b), ofNumbers(c), ofNumbers(List.of()));
    }

    @Property(tries = 300)
    void everyRowIsCountedOnce(@ForAll("numbers") List<Double> rows) {
        Profile profile = ofNumbers(rows);
        assertThat(profile.tally().rows()).isEqualTo(rows.size() + 2L);
        assertThat(profile.tally().values())
                .isEqualTo(rows.stream().filter(Double::isFinite).count());
        assertThat(profile.asColumn().countsOver(EDGES).total())
                .isEqualTo((double) profile.tally().values());
    }

    @Property(tries = 300)
    void countsAreThoseOfTheEdges(@ForAll("numbers") List<Double> rows) {
        double[] expected = new double[EDGES.bins() + 2];
        rows.stream().filter(Double::isFinite).forEach(value -> expected[EDGES.binOf(value) + 1]++);
        var counts = ofNumbers(rows).asColumn().countsOver(EDGES);
        assertThat(counts.below()).isEqualTo(expected[0]);
        assertThat(counts.above()).isEqualTo(expected[EDGES.bins() + 1]);
        assertThat(counts.counts()).containsExactly(Arrays.copyOfRange(expected, 1, EDGES.bins() + 1));
    }

    @Property(tries = 300)
    void aColumnOfFewValuesAnswersAsItsValuesDo(@ForAll("fewNumbers") List<Double> rows) {
        double[] values = rows.stream().mapToDouble(Double::doubleValue).toArray();
        ColumnBuilder builder = new ColumnBuilder(ColumnType.NUMBER);
        builder.add(new ColumnChunk.Numbers(values, values.length, 1, 1));
        ColumnData known = builder.build();
        ColumnData profiled = ofNumbers(rows).asColumn();
        Edges others = Edges.of(-5, 0, 1, 3, 7);
        assertThat(profiled.moments()).isEqualTo(known.moments());
        assertThat(profiled.tally()).isEqualTo(known.tally());
        assertThat(profiled.distinct()).isEqualTo(known.distinct());
        assertThat(profiled.categories()).isEqualTo(known.categories());
        assertThat(profiled.countsOver(others)).usingRecursiveComparison().isEqualTo(known.countsOver(others));
        for (double rank : new double[] {0, 0.1, 0.25, 0.5, 0.77, 1}) {
            assertThat(profiled.quantile(rank) + 0.0).isEqualTo(Double.valueOf(known.quantile(rank) + 0.0));
        }
    }

    @Property(tries = 300)
    void bytesComeBack(@ForAll("texts") List<String> texts, @ForAll("numbers") List<Double> numbers) {
        for (Profile profile : List.of(ofTexts(texts), ofNumbers(numbers))) {
            Profile read = Profile.of(profile.toBytes(), Sketches.NONE);
            assertThat(read.toBytes()).isEqualTo(profile.toBytes());
            assertThat(read.spec()).isEqualTo(profile.spec());
            assertThat(read.tally()).isEqualTo(profile.tally());
        }
    }

    private static <T> void requireSame(List<T> rows, Random random, Function<List<T>, Profile> profiling) {
        List<T> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        int cut = rows.isEmpty() ? 0 : random.nextInt(rows.size());
        Profile cutInTwo =
                profiling.apply(shuffled.subList(0, cut)).merge(profiling.apply(shuffled.subList(cut, rows.size())));
        // each profiling adds two rows without a value
        Profile whole = profiling.apply(rows).merge(profiling.apply(List.of()));
        assertThat(cutInTwo.toBytes()).isEqualTo(whole.toBytes());
        assertThat(cutInTwo.digest()).isEqualTo(whole.digest());
    }

    private static void requireMonoid(Profile a, Profile b, Profile c, Profile d) {
        assertThat(a.merge(b).toBytes()).isEqualTo(b.merge(a).toBytes());
        assertThat(a.merge(b).merge(c).merge(d).toBytes())
                .isEqualTo(a.merge(b.merge(c.merge(d))).toBytes());
        Profile neutral = new ProfileBuilder(a.spec(), Sketches.NONE).build();
        assertThat(a.merge(neutral).toBytes()).isEqualTo(a.toBytes());
        assertThat(neutral.merge(a).toBytes()).isEqualTo(a.toBytes());
    }

    /** In chunks of up to 40 rows, and with one row missing and one violating. */
    private static Profile ofNumbers(List<Double> rows) {
        ProfileBuilder builder = new ProfileBuilder(NUMBERS, Sketches.NONE);
        builder.add(new ColumnChunk.Numbers(new double[0], 0, 1, 1));
        for (int from = 0; from < rows.size(); from += 40) {
            List<Double> part = rows.subList(from, Math.min(rows.size(), from + 40));
            double[] values = part.stream().mapToDouble(Double::doubleValue).toArray();
            builder.add(new ColumnChunk.Numbers(values, values.length, 0, 0));
        }
        return builder.build();
    }

    private static Profile ofIntegers(List<Long> rows) {
        ProfileBuilder builder = new ProfileBuilder(INTEGERS, Sketches.NONE);
        long[] values = rows.stream().mapToLong(Long::longValue).toArray();
        builder.add(new ColumnChunk.Integers(values, values.length, 1, 1));
        return builder.build();
    }

    private static Profile ofTexts(List<String> rows) {
        ProfileBuilder builder = new ProfileBuilder(TEXTS, Sketches.NONE);
        long[] counts = new long[rows.size()];
        Arrays.fill(counts, 1);
        builder.add(new ColumnChunk.Texts(rows.toArray(new String[0]), counts, counts.length, 1, 1));
        return builder.build();
    }
}
