package io.plumbline.store.records;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
        Map<String, ColumnType> types = new HashMap<>();
        schema.columns().forEach(column -> column.type().measured().ifPresent(type -> types.put(column.name(), type)));
        Map<String, ProfileSpec> specs = new HashMap<>();
        for (ProfileCell cell : cells) {
            ProfileSpec spec = cell.profile().spec();
            boolean ofColumn = types.getOrDefault(cell.column(), spec.type()) == spec.type();
            if (!ofColumn || !specs.computeIfAbsent(cell.column(), name -> spec).equals(spec)) {
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
        List<Hour> counted = hours.values().stream().map(Hour::of).toList();
        List<Column> lacking = schema.columns().stream()
                .filter(column -> column.type().measured().isPresent())
                .filter(column -> counted.stream().anyMatch(hour -> hour.lacking(column.name()) > 0))
                .toList();
        if (!lacking.isEmpty()) {
            units(lacking, profiler).forEach((name, unit) -> counted.forEach(hour -> hour.fill(name, unit)));
        }
    }

    /** The profiles of an hour by column, and how many rows it has. */
    private record Hour(Map<String, Profile> columns, long rows) {
        static Hour of(Map<String, Profile> columns) {
            return new Hour(
                    columns,
                    columns.values().stream().mapToLong(Hour::rows).max().orElse(0));
        }

        private static long rows(Profile profile) {
            return profile.tally().rows();
        }

        long lacking(String column) {
            return rows
                    - Optional.ofNullable(columns.get(column)).map(Hour::rows).orElse(0L);
        }

        void fill(String column, Profile unit) {
            long lacking = lacking(column);
            if (lacking > 0) {
                columns.merge(column, times(unit, lacking), Profile::merge);
            }
        }
    }

    /** For each of these columns the profile of one row without a value. */
    private static Map<String, Profile> units(List<Column> measured, RowProfiler profiler) {
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
