package io.plumbline.benchmarks.monitors;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.check.Evaluation;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.monitor.BuiltInMonitors;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.server.serve.Monitoring;
import io.plumbline.store.sql.SqlCountedEdges;
import io.plumbline.store.sql.SqlRecordManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A drift check from stored profiles of hours, which were taken of some rows and merged until they are those of many. Beside it DuckDB counts the rows anew. */
final class DriftCheck {
    private static final int ROWS = 10_000;
    private static final int LEAST_RUNS = 30;
    /** Of running it again and again, after which the code is compiled. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(8);

    private final Path folder;
    private final int columns;
    private final Random random = new Random(3);

    DriftCheck(Path folder, int columns) {
        this.folder = folder;
        this.columns = columns;
    }

    /** With windows of so many hours, each of so many rows. */
    void run(List<Long> sizes, List<Integer> windows) throws IOException {
        try (MonitoredStore store = new MonitoredStore(folder)) {
            for (long rows : sizes) {
                for (int hours : windows) {
                    check(store, rows, hours);
                }
            }
        }
    }

    private void check(MonitoredStore store, long rows, int hours) {
        Schema schema = schema();
        Model model = store.model("model of " + rows + " in " + hours + " hours", Model.Task.REGRESSION, schema);
        Dataset training = store.dataset(model, Kind.BASELINE, schema);
        Dataset production = store.dataset(model, Kind.PRODUCTION, schema);
        Monitor monitor = store.monitor(model, "drift_v2", Optional.empty());
        fill(store, training, production, rows, hours);
        Window window = new Window(store.now, store.now.plus(Duration.ofHours(hours)));
        Subject subject = new Subject(
                monitor,
                BuiltInMonitors.find("drift_v2").orElseThrow(),
                model,
                List.of(training, production),
                window,
                Facts.NONE);
        Times measuring = Times.of(() ->
                require(store.monitoring.evaluators().of("drift_v2").evaluate(subject, (done, total, message) -> {})));
        Times whole = Times.of(() -> store.check(monitor, window));
        System.out.printf(
                Locale.ROOT,
                "drift of %,d columns from profiles of %,d rows in each of %d hours: %s, as a check that is kept: %s%n",
                columns,
                rows,
                hours,
                measuring,
                whole);
    }

    private static void require(Evaluation evaluation) {
        if (!(evaluation instanceof Evaluation.Measured)) {
            throw new IllegalStateException("nothing was measured: " + evaluation);
        }
    }

    private Schema schema() {
        return new Schema(
                1,
                IntStream.range(0, columns)
                        .mapToObj(i -> Column.of("c" + i, ValueType.NUMBER, ColumnRole.FEATURE))
                        .toList());
    }

    private void fill(MonitoredStore store, Dataset training, Dataset production, long rows, int hours) {
        Map<String, Edges> edges = new TreeMap<>();
        Map<String, Profile> baseline = new TreeMap<>();
        List<BatchColumn> values = new ArrayList<>();
        for (Column column : production.schema().columns()) {
            double[] before = random.doubles(ROWS).toArray();
            ProfileSpec spec = spec(before);
            edges.put(column.name(), spec.edges().orElseThrow());
            ProfileBuilder builder = new ProfileBuilder(spec, store.sketches);
            builder.add(new ColumnChunk.Numbers(before, ROWS, 0, 0));
            baseline.put(column.name(), builder.build());
            values.add(
                    new BatchColumn.Numbers(column.name(), random.doubles(ROWS).toArray(), new BitSet()));
        }
        store.monitoring
                .baselineProfiles()
                .put(
                        training.id(),
                        new BaselineProfiles(
                                "training", ROWS, store.records.marker(training.id()), new TreeMap<>(baseline)));
        new SqlCountedEdges(store.database).put(production.id(), edges);
        keep(store, production, hourly(cells(store, production, values, rows), hours), rows * hours);
    }

    private static ProfileSpec spec(double[] values) {
        ColumnBuilder column = new ColumnBuilder(ColumnType.NUMBER);
        column.add(new ColumnChunk.Numbers(values, values.length, 0, 0));
        return io.plumbline.measures.profile.BaselineProfiles.specFor(column.build(), Map.of());
    }

    private static List<ProfileCell> cells(
            MonitoredStore store, Dataset production, List<BatchColumn> values, long rows) {
        long at = store.now.getEpochSecond() * 1_000_000;
        String[] ids = IntStream.range(0, ROWS).mapToObj(i -> "r" + i).toArray(String[]::new);
        long[] times = IntStream.range(0, ROWS).mapToLong(i -> at + i).toArray();
        RecordBatch batch = new RecordBatch(ids, times, Optional.empty(), values);
        return Monitoring.profiler(store.database, store.sketches)
                .profile(production.id(), production.schema(), List.of(batch))
                .stream()
                .map(cell -> new ProfileCell(cell.column(), cell.hour(), times(cell.profile(), rows / ROWS)))
                .toList();
    }

    /** The same in each of so many hours. */
    private static List<ProfileCell> hourly(List<ProfileCell> cells, int hours) {
        return IntStream.range(0, hours)
                .boxed()
                .flatMap(later -> cells.stream()
                        .map(cell -> new ProfileCell(
                                cell.column(), cell.hour().plus(Duration.ofHours(later)), cell.profile())))
                .toList();
    }

    /** Of so many times the rows. */
    private static Profile times(Profile profile, long count) {
        if (count <= 1) {
            return profile;
        }
        Profile half = times(profile, count / 2);
        Profile even = half.merge(half);
        return count % 2 == 0 ? even : even.merge(profile);
    }

    private void keep(MonitoredStore store, Dataset production, List<ProfileCell> cells, long rows) {
        Instant at = store.now;
        Id id = new Id((int) at.getEpochSecond(), random.nextLong());
        RecordFile file = new RecordFile(id, production.id(), RecordFile.Content.RECORDS, rows, 1, at, at, 1);
        new SqlRecordManifest(store.database, store.sketches)
                .add(file, List.of(new BatchReceipt("all", rows, at)), cells);
    }

    /**
     * How long something took.
     *
     * @param first milliseconds of the first time, with code that is not compiled yet
     * @param warm median of the last third of the times
     */
    private record Times(double first, double warm) {
        static Times of(Runnable work) {
            List<Double> millis = new ArrayList<>();
            long begin = System.nanoTime();
            while (millis.size() < LEAST_RUNS || System.nanoTime() - begin < LEAST_TIME.toNanos()) {
                long start = System.nanoTime();
                work.run();
                millis.add((System.nanoTime() - start) / 1e6);
            }
            List<Double> last = millis.subList(2 * millis.size() / 3, millis.size()).stream()
                    .sorted()
                    .toList();
            return new Times(millis.getFirst(), last.get(last.size() / 2));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f ms (the first time %.0f)", warm, first);
        }
    }
}
