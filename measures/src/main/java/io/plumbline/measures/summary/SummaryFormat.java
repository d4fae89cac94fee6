package io.plumbline.measures.summary;

import io.plumbline.measures.profile.ByteReader;
import io.plumbline.measures.profile.ByteWriter;
import io.plumbline.measures.summary.ScoreTable.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The bytes of a summary, format 1, or 2 where scores have names. All numbers are little endian; {@code text} is an {@code i32} length and
 * so many bytes of UTF-8, {@code exact} an {@code i32} exponent e and a block of a significand s in two's complement, most significant byte
 * first, for s·2^e. Maps are an {@code i32} size and their entries by ascending key; {@code mass} is i64 rows and exact weight.
 *
 * <pre>
 * magic      4 bytes  "PLPS"
 * version    u16      1 or 2
 * reserved   u16      0
 * kind       text
 * settings   map      text name, text value
 * counts     map      text name, i64 rows
 * moments    map      text name; i64 rows, i64 beyond, exact weight, exact sum, exact sum of squares
 * cells      map      text row, text column; mass
 * has scores u8       in format 1: 0 or 1; if 1, the next four
 * scores     map      in format 2: text name, the next four
 *   grid     f64 least, f64 greatest, i32 bins
 *   limit    i32      how many different scores are kept
 *   exact    u8       1 by score, 0 by bin
 *   entries  map      f64 score or number of the bin; mass of negative, mass of positive label
 * checksum   u32      CRC-32C of all bytes before
 * </pre>
 */
final class SummaryFormat {
    private static final int MAGIC = 0x5350_4C50;
    private static final int ONE_SCORE = 1;
    private static final int NAMED_SCORES = 2;
    private static final int TEXT = Integer.BYTES;
    private static final int EXACT = 2 * Integer.BYTES + 1;
    private static final int MASS = Long.BYTES + EXACT;
    private static final int SCORES = 2 * Double.BYTES + 3 * Integer.BYTES + 1;

    private SummaryFormat() {}

    static byte[] write(Summary summary) {
        boolean named = !Set.of(Summary.SCORE).containsAll(summary.scores().keySet());
        int version = named ? NAMED_SCORES : ONE_SCORE;
        ByteWriter out = new ByteWriter().i32(MAGIC).u16(version).u16(0).text(summary.kind());
        write(out, summary.settings(), (name, value) -> out.text(name).text(value));
        write(out, summary.counts(), (name, rows) -> out.text(name).i64(rows));
        write(out, summary.moments(), (name, moment) -> write(out.text(name), moment));
        write(out, summary.cells(), (cell, mass) -> write(out.text(cell.row()).text(cell.column()), mass));
        if (named) {
            write(out, summary.scores(), (name, scores) -> write(out.text(name), scores));
        } else {
            out.u8(summary.scores().size());
            summary.scores().values().forEach(scores -> write(out, scores));
        }
        return out.checksum().toBytes();
    }

    private static <K, V> void write(ByteWriter out, SortedMap<K, V> map, BiConsumer<K, V> entry) {
        out.i32(map.size());
        map.forEach(entry);
    }

    private static void write(ByteWriter out, Moment moment) {
        out.i64(moment.rows()).i64(moment.beyond());
        out.exact(moment.weight()).exact(moment.sum()).exact(moment.squares());
    }

    private static void write(ByteWriter out, Mass mass) {
        out.i64(mass.rows()).exact(mass.weight());
    }

    private static void write(ByteWriter out, ScoreTable scores) {
        ScoreGrid grid = scores.grid();
        out.f64(grid.least()).f64(grid.greatest()).i32(grid.bins());
        out.i32(scores.limit())
                .u8(scores.isExact() ? 1 : 0)
                .i32(scores.entries().size());
        for (Entry entry : scores.entries()) {
            out.f64(entry.key());
            write(out, entry.negatives());
            write(out, entry.positives());
        }
    }

    static Summary read(byte[] bytes) {
        ByteReader in = ByteReader.opened(bytes, MAGIC, NAMED_SCORES, "summary");
        Summary summary = new Summary(
                in.text(),
                readMap(in, 2 * TEXT, ByteReader::text, ByteReader::text),
                readMap(in, TEXT + Long.BYTES, ByteReader::text, ByteReader::rows),
                readMap(in, TEXT + 2 * Long.BYTES + 3 * EXACT, ByteReader::text, SummaryFormat::readMoment),
                readMap(in, 2 * TEXT + MASS, each -> new Cell(each.text(), each.text()), SummaryFormat::readMass),
                in.version() == ONE_SCORE
                        ? readScore(in)
                        : readMap(in, TEXT + SCORES, ByteReader::text, SummaryFormat::readScores));
        in.requireEnd();
        return summary;
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> readMap(
            ByteReader in, int leastBytes, Function<ByteReader, K> key, Function<ByteReader, V> value) {
        SortedMap<K, V> map = new TreeMap<>();
        for (int left = in.count(leastBytes); left > 0; left--) {
            K next = key.apply(in);
            if (!map.isEmpty() && map.lastKey().compareTo(next) >= 0) {
                throw in.damaged("its entries are not in order");
            }
            map.put(next, value.apply(in));
        }
        return map;
    }

    private static Moment readMoment(ByteReader in) {
        return new Moment(in.rows(), in.rows(), in.exact(), in.exact(), in.exact());
    }

    private static Mass readMass(ByteReader in) {
        Mass mass = new Mass(in.rows(), in.exact());
        if (mass.weight().significand().signum() < 0) {
            throw in.damaged("a weight is negative");
        }
        return mass;
    }

    private static SortedMap<String, ScoreTable> readScore(ByteReader in) {
        SortedMap<String, ScoreTable> scores = new TreeMap<>();
        if (in.present()) {
            scores.put(Summary.SCORE, readScores(in));
        }
        return scores;
    }

    private static ScoreTable readScores(ByteReader in) {
        ScoreGrid grid = readGrid(in);
        int limit = in.i32();
        boolean exact = in.present();
        List<Entry> entries = new ArrayList<>();
        for (int left = in.count(Double.BYTES + 2 * MASS); left > 0; left--) {
            Entry entry = new Entry(in.f64(), readMass(in), readMass(in));
            boolean inOrder =
                    entries.isEmpty() || entries.get(entries.size() - 1).key() < entry.key();
            boolean isBin = entry.key() >= 0 && entry.key() <= grid.bins() + 1 && entry.key() % 1 == 0;
            if (!inOrder || Double.isNaN(entry.key()) || (!exact && !isBin)) {
                throw in.damaged("a score or bin is not one");
            }
            entries.add(entry);
        }
        return new ScoreTable(grid, limit, exact, entries);
    }

    private static ScoreGrid readGrid(ByteReader in) {
        try {
            return new ScoreGrid(in.f64(), in.f64(), in.i32());
        } catch (IllegalArgumentException e) {
            throw in.damaged(String.valueOf(e.getMessage()));
        }
    }
}
