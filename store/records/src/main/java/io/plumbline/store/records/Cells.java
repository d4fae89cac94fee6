package io.plumbline.store.records;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Profiles by hour and column, merged. */
final class Cells {
    private final Map<Instant, Map<String, Profile>> hours = new TreeMap<>();

    static Cells merged(List<ProfileCell> cells) {
        Cells merged = new Cells();
        cells.forEach(merged::add);
        return merged;
    }

    /** Whether all cells can be merged, and are of the types that the columns have now. */
    static boolean fit(List<ProfileCell> cells, Schema schema) {
        Map<String, Profile> seen = new TreeMap<>();
        for (ProfileCell cell : cells) {
            Profile first = seen.computeIfAbsent(cell.column(), name -> cell.profile());
            boolean ofColumn = schema.column(cell.column())
                    .flatMap(column -> column.type().measured())
                    .map(type -> type == cell.profile().spec().type())
                    .orElse(true);
            if (!ofColumn || !first.spec().equals(cell.profile().spec())) {
                return false;
            }
        }
        return true;
    }

    /** Profiles rows of the dataset that the cells are of. */
    @FunctionalInterface
    interface RowProfiler {
        List<ProfileCell> profile(Schema schema, List<RecordBatch> rows);
    }

    void add(ProfileCell cell) {
        hours.computeIfAbsent(cell.hour(), hour -> new TreeMap<>())
                .merge(cell.column(), cell.profile(), Profile::merge);
    }

    /**
     * Counts rows as missing in the columns that their file did not have: a column that came later, or one that a batch left out. What this gives is what profiling all records anew
     * with the columns of now gives.
     */
    void fill(Schema schema, RowProfiler profiler) {
        Map<String, Profile> units = units(schema, profiler);
        for (Map<String, Profile> columns : hours.values()) {
            long rows = columns.values().stream()
                    .mapToLong(profile -> profile.tally().rows())
                    .max()
                    .orElse(0);
            units.forEach((name, unit) -> fill(columns, name, unit, rows));
        }
    }

    private static void fill(Map<String, Profile> columns, String name, Profile unit, long rows) {
        long known = Optional.ofNullable(columns.get(name))
                .map(profile -> profile.tally().rows())
                .orElse(0L);
        if (known < rows) {
            columns.merge(name, times(unit, rows - known), Profile::merge);
        }
    }

    /** For each measured column the profile of one row without a value. */
    private static Map<String, Profile> units(Schema schema, RowProfiler profiler) {
        List<Column> measured = schema.columns().stream()
                .filter(column -> column.type().measured().isPresent())
                .toList();
        RecordBatch row = new RecordBatch(
                new String[] {""},
                new long[] {0},
                Optional.empty(),
                measured.stream().map(column -> SameColumns.missing(column, 1)).toList());
        Map<String, Profile> units = new TreeMap<>();
        profiler.profile(new Schema(1, measured), List.of(row))
                .forEach(cell -> units.put(cell.column(), cell.profile()));
        return units;
    }

    /** The profile of so many rows like one, by doubling. */
    private static Profile times(Profile unit, long count) {
        if (count == 1) {
            return unit;
        }
        Profile half = times(unit, count / 2);
        Profile even = half.merge(half);
        return count % 2 == 0 ? even : even.merge(unit);
    }

    /** All cells, by hour and column. */
    List<ProfileCell> list() {
        List<ProfileCell> cells = new ArrayList<>();
        hours.forEach(
                (hour, columns) -> columns.forEach((name, profile) -> cells.add(new ProfileCell(name, hour, profile))));
        return cells;
    }
}
