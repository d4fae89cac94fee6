package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.record.StoredFile.RowGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows of some files, by the numbers of the files. DuckDB reads only the groups of rows in which they lie. */
final class Selection {
    private final Set<Integer> whole = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();

    /**
     * One row.
     *
     * @param file the number of its file
     * @param row its place in it
     */
    record Place(int file, long row) {}

    /**
     * Some rows of a file.
     *
     * @param file the number of the file
     * @param condition which they fit
     */
    record Part(int file, String condition) {}

    /** These rows. */
    static Selection of(Collection<Place> places) {
        Selection selection = new Selection();
        places.stream()
                .collect(Collectors.groupingBy(
                        Place::file, TreeMap::new, Collectors.mapping(Place::row, Collectors.toList())))
                .forEach(selection::addRows);
        return selection;
    }

    private void addRows(int file, List<Long> rows) {
        String list = rows.stream().sorted().map(row -> Long.toString(row)).collect(Collectors.joining(", "));
        parts.add(new Part(file, "file_row_number IN (" + list + ")"));
    }

    /** Adds all rows of a file. */
    void addWhole(int file) {
        whole.add(file);
    }

    /** Adds a group of rows. Each is a part of its own, because DuckDB skips nothing where a condition has alternatives. */
    void add(int file, RowGroup group) {
        parts.add(new Part(
                file, "file_row_number BETWEEN " + group.first() + " AND " + (group.first() + group.rows() - 1)));
    }

    /** The files of which all rows are meant. */
    Set<Integer> whole() {
        return whole;
    }

    /** The rows of other files. */
    List<Part> parts() {
        return parts;
    }
}
