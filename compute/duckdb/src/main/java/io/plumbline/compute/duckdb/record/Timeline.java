package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.record.StoredFile.RowGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the footers of files tell of when the records of a time are, so that of many records only those are read that can matter. Times are in
 * microseconds.
 */
final class Timeline {
    private final List<Located> groups = new ArrayList<>();
    private final long from;
    private final long until;

    /**
     * The records of some files.
     *
     * @param from the earliest time, included
     * @param until the time before which
     */
    Timeline(List<StoredFile> files, long from, long until) {
        this.from = from;
        this.until = until;
        for (int file = 0; file < files.size(); file++) {
            for (RowGroup group : files.get(file).groups()) {
                if (group.latest() >= from && group.earliest() < until) {
                    groups.add(new Located(file, group));
                }
            }
        }
    }

    private record Located(int file, RowGroup group) {
        long rows() {
            return group.rows();
        }

        long earliest() {
            return group.earliest();
        }

        long latest() {
            return group.latest();
        }
    }

    /**
     * A stretch of time.
     *
     * @param first the earliest time in it
     * @param last the latest time in it
     * @param before how many records of the whole time come before it
     */
    record Stretch(long first, long last, long before) {}

    private boolean isInside(Located group) {
        return group.earliest() >= from && group.latest() < until;
    }

    /** A stretch in which all those lie that come, by time, after so many others, and are so many. */
    Stretch page(long offset, long limit) {
        Located start = null;
        long before = 0;
        long passed = 0;
        long latest = Long.MIN_VALUE;
        for (Located group : ordered(Comparator.comparingLong(Located::earliest))) {
            if (passed > offset || !isInside(group)) {
                break;
            }
            if (group.earliest() > latest) {
                start = group;
                before = passed;
            }
            passed += group.rows();
            latest = Math.max(latest, group.latest());
        }
        long first = start == null ? from : start.earliest();
        return new Stretch(first, last(offset > Long.MAX_VALUE - limit ? Long.MAX_VALUE : offset + limit), before);
    }

    /** A time up to which there are at least so many records. */
    private long last(long rows) {
        long passed = 0;
        for (Located group : ordered(Comparator.comparingLong(Located::latest))) {
            passed += isInside(group) ? group.rows() : 0;
            if (passed >= rows) {
                return group.latest();
            }
        }
        return until;
    }

    /** A time from which on there are more records than these; empty where that is not certain of any. */
    OptionalLong newest(long rows) {
        long passed = 0;
        for (Located group : ordered(Comparator.comparingLong(Located::earliest).reversed())) {
            passed += isInside(group) ? group.rows() : 0;
            if (passed > rows) {
                return OptionalLong.of(group.earliest());
            }
        }
        return OptionalLong.empty();
    }

    private List<Located> ordered(Comparator<Located> order) {
        return groups.stream().sorted(order).toList();
    }

    /** The files that may have records of the time. */
    Selection files() {
        Selection files = new Selection();
        groups.forEach(group -> files.addWhole(group.file()));
        return files;
    }

    /** How many records are of the time at most. */
    long mostRows() {
        return groups.stream().mapToLong(Located::rows).sum();
    }

    /** How many records are certainly of the time. */
    long rowsInside() {
        return groups.stream().filter(this::isInside).mapToLong(Located::rows).sum();
    }

    /** Groups of records of which only some are of the time, perhaps none. */
    Selection edges() {
        Selection edges = new Selection();
        groups.stream().filter(group -> !isInside(group)).forEach(group -> edges.add(group.file(), group.group()));
        return edges;
    }
}
