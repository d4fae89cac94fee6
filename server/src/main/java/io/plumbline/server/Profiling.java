package io.plumbline.server;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.comparison.TableDataSet;
import io.plumbline.measures.comparison.Workers;
import io.plumbline.measures.profile.BaselineProfiles;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileFile;
import io.plumbline.measures.profile.ProfileFile.Entry;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the profiles of all columns of a table, several at once. */
final class Profiling {
    /** A rank error of a third of a per cent, and of distinct counts of one and a half. */
    private static final Map<SketchKind, Integer> SKETCHES = Map.of(SketchKind.QUANTILES, 800, SketchKind.DISTINCT, 12);

    private final Table table;
    private final Sketches library;
    private final Progress progress;

    Profiling(Table table, Sketches library, Progress progress) {
        this.table = table;
        this.library = library;
        this.progress = progress;
    }

    /** Counts over the bins of a baseline where it has the column in the same type, otherwise over the column's own deciles. */
    ProfileFile over(Optional<ProfileFile> baseline, int threads) {
        List<TableColumn> columns = table.columns();
        List<Entry> entries = Workers.run(
                "profiling columns", progress, columns.size(), threads, i -> profile(columns.get(i), baseline));
        return new ProfileFile(table.name(), table.rows(), entries);
    }

    private Entry profile(TableColumn column, Optional<ProfileFile> baseline) {
        Profile profile = baseline.flatMap(file -> entry(file, column))
                .map(entry -> BaselineProfiles.over(entry.profile().spec(), table, column, library))
                .orElseGet(() -> BaselineProfiles.over(specFor(column), table, column, library));
        return new Entry(column, profile);
    }

    /** Of a table of too many rows to hold, in memory that does not grow with them. */
    private ProfileSpec specFor(TableColumn column) {
        return BaselineProfiles.specFor(new TableDataSet(table, library).column(column), SKETCHES);
    }

    private static Optional<Entry> entry(ProfileFile file, TableColumn column) {
        return file.columns().stream()
                .filter(entry -> entry.column().name().equals(column.name())
                        && entry.column().type() == column.type())
                .findFirst();
    }
}
