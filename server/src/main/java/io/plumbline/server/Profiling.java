package io.plumbline.server;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.comparison.TableDataSet;
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
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the profiles of all columns of a table, several at once. */
final class Profiling {
    /** A rank error of a third of a per cent, and of distinct counts of one and a half. */
    private static final Map<SketchKind, Integer> SKETCHES = Map.of(SketchKind.QUANTILES, 800, SketchKind.DISTINCT, 12);

    private final Table table;
    private final Sketches library;
    private final Progress progress;
    private final AtomicLong done = new AtomicLong();

    Profiling(Table table, Sketches library, Progress progress) {
        this.table = table;
        this.library = library;
        this.progress = progress;
    }

    /** Counts over the bins of a baseline where it has the column in the same type, otherwise over the column's own deciles. */
    ProfileFile over(Optional<ProfileFile> baseline, int threads) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Entry>> entries = table.columns().stream()
                    .map(column -> workers.submit(() -> profile(column, baseline)))
                    .toList();
            try {
                return new ProfileFile(
                        table.name(),
                        table.rows(),
                        entries.stream().map(Profiling::result).toList());
            } finally {
                workers.shutdownNow(); // after a failure the others need not go on
            }
        }
    }

    private Entry profile(TableColumn column, Optional<ProfileFile> baseline) {
        Profile profile = baseline.flatMap(file -> entry(file, column))
                .map(entry -> BaselineProfiles.over(entry.profile().spec(), table, column, library))
                .orElseGet(() -> BaselineProfiles.over(specFor(column), table, column, library));
        progress.report(
                "profiling columns", done.incrementAndGet(), table.columns().size());
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

    private static Entry result(Future<Entry> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
