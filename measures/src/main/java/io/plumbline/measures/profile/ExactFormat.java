package io.plumbline.measures.profile;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.exact.PowerSums;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The specification and the exact part of a profile in their one canonical form, little endian: equal contents are equal bytes.
 *
 * <pre>
 * type            u8   1 number, 2 integer, 3 timestamp, 4 boolean, 5 text
 * max categories  i32
 * has edges       u8   0 or 1; if 1: i32 how many edges, f64 each, ascending
 * sketches        u8   how many, then for each, by ascending kind: u8 kind, i32 size
 * tally           6 × i64: values, missing, NaN, +∞, -∞, violations
 *
 * numeric types only:
 *   min, max      2 × i64 ordinals; 2^63-1 and -2^63 for no values
 *   sum, squares  twice: i32 exponent e, block of the odd significand s in two's complement, most significant byte first, for s·2^e;
 *                 0 is e = 0 and one byte 0
 *   bins          only with edges: i64 below the first edge, i64 per bin, i64 above the last
 *   has values    u8   0 or 1; if 1: i32 how many (up to 64), for each, ascending: i64 ordinal, i64 count
 *
 * boolean and text only:
 *   other         i64  rows of categories that were not kept
 *   categories    i32 how many, for each, ascending by UTF-16 code units: block of UTF-8, i64 count
 * </pre>
 *
 * The ordinal of a whole number or of an instant's microseconds is itself; that of a double is its IEEE 754 bits b (-0.0 as 0.0), or
 * b xor 0x7FFFFFFFFFFFFFFF where the number is negative. The categories kept are those with the smallest XXH64 (seed 0) of their UTF-8
 * bytes, taken as unsigned, ties by text.
 */
final class ExactFormat {
    private static final List<ColumnType> TYPES =
            List.of(ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.TIMESTAMP, ColumnType.BOOLEAN, ColumnType.TEXT);

    private ExactFormat() {}

    static void write(ByteWriter out, ProfileSpec spec, ExactPart part) {
        writeSpec(out, spec);
        Tally tally = part.tally();
        out.i64(tally.values()).i64(tally.missing()).i64(tally.nan());
        out.i64(tally.positiveInfinities()).i64(tally.negativeInfinities()).i64(tally.violations());
        part.numbers().ifPresent(numbers -> writeNumbers(out, numbers));
        part.categories().ifPresent(categories -> writeCategories(out, categories));
    }

    private static void writeSpec(ByteWriter out, ProfileSpec spec) {
        out.u8(TYPES.indexOf(spec.type()) + 1).i32(spec.maxCategories());
        out.u8(spec.edges().isPresent() ? 1 : 0);
        spec.edges().ifPresent(edges -> writeEdges(out, edges));
        out.u8(spec.sketches().size());
        spec.sketches().forEach((kind, size) -> out.u8(kind.code()).i32(size));
    }

    private static void writeEdges(ByteWriter out, Edges edges) {
        out.i32(edges.bins() + 1);
        for (int i = 0; i <= edges.bins(); i++) {
            out.f64(edges.edge(i));
        }
    }

    private static void writeNumbers(ByteWriter out, NumberSummary numbers) {
        out.i64(numbers.min()).i64(numbers.max());
        out.exact(numbers.sums().sum()).exact(numbers.sums().sumOfSquares());
        numbers.binCounts().forEach(out::i64);
        out.u8(numbers.values().isPresent() ? 1 : 0);
        numbers.values().ifPresent(values -> {
            out.i32(values.size());
            values.forEach((ordinal, count) -> out.i64(ordinal).i64(count));
        });
    }

    private static void writeCategories(ByteWriter out, CategoryCounts categories) {
        out.i64(categories.other()).i32(categories.counts().size());
        categories.counts().forEach((text, count) -> out.text(text).i64(count));
    }

    static ProfileSpec readSpec(ByteReader in) {
        int type = in.u8();
        if (type < 1 || type > TYPES.size()) {
            throw in.damaged("its type is " + type);
        }
        try {
            return readSpec(in, TYPES.get(type - 1));
        } catch (IllegalArgumentException e) {
            throw new ProfileFormatException("the profile is damaged: " + e.getMessage(), e);
        }
    }

    private static ProfileSpec readSpec(ByteReader in, ColumnType type) {
        int maxCategories = in.i32();
        return new ProfileSpec(type, readEdges(in), maxCategories, readSketches(in));
    }

    private static Optional<Edges> readEdges(ByteReader in) {
        if (!in.present()) {
            return Optional.empty();
        }
        double[] edges = new double[in.count(Double.BYTES)];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = in.f64();
        }
        return Optional.of(Edges.of(edges));
    }

    private static Map<SketchKind, Integer> readSketches(ByteReader in) {
        Map<SketchKind, Integer> sketches = new EnumMap<>(SketchKind.class);
        for (int left = in.u8(); left > 0; left--) {
            sketches.put(SketchKind.ofCode(in.u8()), in.i32());
        }
        return sketches;
    }

    static ExactPart readPart(ByteReader in, ProfileSpec spec) {
        Tally tally = new Tally(in.rows(), in.rows(), in.rows(), in.rows(), in.rows(), in.rows());
        if (spec.type().isNumeric()) {
            return new ExactPart(tally, Optional.of(readNumbers(in, spec, tally.values())), Optional.empty());
        }
        return new ExactPart(tally, Optional.empty(), Optional.of(readCategories(in, spec, tally.values())));
    }

    private static NumberSummary readNumbers(ByteReader in, ProfileSpec spec, long values) {
        long min = in.i64();
        long max = in.i64();
        PowerSums sums = new PowerSums(values, in.exact(), in.exact());
        List<Long> bins = new ArrayList<>();
        for (int left = spec.edges().map(edges -> edges.bins() + 2).orElse(0); left > 0; left--) {
            bins.add(in.rows());
        }
        requireTotal(in, bins, spec.edges().isPresent() ? values : 0);
        return new NumberSummary(min, max, sums, List.copyOf(bins), readValues(in, values));
    }

    private static Optional<SortedMap<Long, Long>> readValues(ByteReader in, long total) {
        if (!in.present()) {
            return Optional.empty();
        }
        SortedMap<Long, Long> values = new TreeMap<>();
        for (int left = in.count(2 * Long.BYTES); left > 0; left--) {
            values.put(in.i64(), in.rows());
        }
        requireTotal(in, values.values(), total);
        return Optional.of(Collections.unmodifiableSortedMap(values));
    }

    private static CategoryCounts readCategories(ByteReader in, ProfileSpec spec, long total) {
        long other = in.rows();
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int left = in.count(Integer.BYTES + Long.BYTES); left > 0; left--) {
            counts.put(in.text(), in.rows());
        }
        requireTotal(in, counts.values(), total - other);
        if (counts.size() > spec.maxCategories() || (other > 0 && counts.size() < spec.maxCategories())) {
            throw in.damaged("it keeps " + counts.size() + " categories of " + spec.maxCategories());
        }
        return new CategoryCounts(Collections.unmodifiableMap(counts), other, CategoryCounts.Keys.TEXT);
    }

    private static void requireTotal(ByteReader in, Iterable<Long> counts, long expected) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        if (total != expected) {
            throw in.damaged("counts add up to " + total + " instead of " + expected);
        }
    }
}
