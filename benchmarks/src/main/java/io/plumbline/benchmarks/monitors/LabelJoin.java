package io.plumbline.benchmarks.monitors;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.duckdb.record.DuckDbRecordEngine;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.measures.performance.BinaryProfileBuilder;
import io.plumbline.measures.performance.BinaryRows;
import io.plumbline.measures.performance.BinarySpec;
import io.plumbline.measures.table.ColumnRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Labels joined to predictions by record id, summed up to a profile, beside DuckDB alone joining the same files and adding up. */
final class LabelJoin {
    private static final int BATCH = 1_000_000;
    private static final int RUNS = 3;
    private static final Column LABEL = Column.of("label", ValueType.INTEGER, ColumnRole.TARGET);
    private static final Column SCORE = Column.of("score", ValueType.NUMBER, ColumnRole.SCORE);

    private final Path folder;
    private final int labels;
    private final int predictions;

    LabelJoin(Path folder, int labels, int predictions) {
        this.folder = folder;
        this.labels = labels;
        this.predictions = predictions;
    }

    void run() throws SQLException {
        try (DuckDbRecordEngine engine = DuckDbRecordEngine.start(DuckDbSettings.ofMachine())) {
            List<Path> ofPredictions = write(engine, SCORE, predictions, 1);
            List<Path> ofLabels = write(engine, LABEL, labels, Math.max(1, predictions / labels));
            System.out.printf("%,d labels joined to %,d predictions, seconds%n", labels, predictions);
            for (int run = 0; run < RUNS; run++) {
                double ours = seconds(() -> join(engine, ofLabels, ofPredictions));
                double alone = seconds(() -> joinAlone(ofLabels, ofPredictions));
                System.out.printf(Locale.ROOT, "ours %.1f, DuckDB alone %.1f, ratio %.1f%n", ours, alone, ours / alone);
            }
        }
    }

    /** Every so manieth id, in files of a batch each. */
    private List<Path> write(DuckDbRecordEngine engine, Column column, int rows, int step) {
        List<Path> paths = new ArrayList<>();
        for (int from = 0; from < rows; from += BATCH) {
            int size = Math.min(BATCH, rows - from);
            String[] ids = new String[size];
            long[] times = new long[size];
            for (int i = 0; i < size; i++) {
                ids[i] = "record-" + (long) (from + i) * step;
                times[i] = (from + i) * 1_000L;
            }
            RecordBatch batch = new RecordBatch(ids, times, Optional.empty(), List.of(values(column, size, from)));
            Path path = folder.resolve(column.name() + from + ".parquet");
            engine.write(path, new Schema(1, List.of(column)), List.of(new Received(Instant.EPOCH, batch)));
            paths.add(path);
        }
        return paths;
    }

    private static BatchColumn values(Column column, int size, int seed) {
        Random random = new Random(seed);
        return column.equals(LABEL)
                ? new BatchColumn.Integers(
                        column.name(), random.longs(size, 0, 2).toArray(), new BitSet())
                : new BatchColumn.Numbers(
                        column.name(),
                        random.ints(size, 0, 1000).mapToDouble(i -> i / 1000.0).toArray(),
                        new BitSet());
    }

    private static void join(DuckDbRecordEngine engine, List<Path> labels, List<Path> predictions) {
        BinaryProfileBuilder profile = new BinaryProfileBuilder(BinarySpec.DEFAULT.withThreshold(0.5));
        engine.join(
                new Files(List.of(LABEL), labels, List.of()),
                RecordWindow.all(List.of("label")),
                new Files(List.of(SCORE), predictions, List.of()),
                List.of("score"),
                1 << 14,
                batch -> profile.add(rows(batch)));
        if (profile.build().rows() == 0) {
            throw new IllegalStateException("nothing was joined");
        }
    }

    private static BinaryRows rows(RecordBatch batch) {
        long[] values = ((BatchColumn.Integers) batch.columns().get(0)).values();
        byte[] codes = new byte[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) values[i];
        }
        return BinaryRows.of(codes)
                .withScores(((BatchColumn.Numbers) batch.columns().get(1)).values());
    }

    private static void joinAlone(List<Path> labels, List<Path> predictions) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT sum(label), sum(score) FROM read_parquet(" + list(labels)
                    + ") AS l JOIN read_parquet(" + list(predictions) + ") AS p USING (_record_id)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String list(List<Path> paths) {
        return paths.stream().map(path -> "'" + path + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
