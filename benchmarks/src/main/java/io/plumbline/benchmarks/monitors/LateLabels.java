package io.plumbline.benchmarks.monitors;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.table.ColumnRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Checks of the quality of thirty days: of all labels, with nothing new, and after some labels came late for the first five days. */
final class LateLabels {
    private static final Duration SPAN = Duration.ofDays(30);
    private static final int BATCH = 50_000;
    private static final int LATE = 10_000;
    private static final Column LABEL = Column.of("label", ValueType.INTEGER, ColumnRole.TARGET);
    private static final Column PREDICTION = Column.of("prediction", ValueType.INTEGER, ColumnRole.PREDICTION);
    private static final Column SCORE = Column.of("score", ValueType.NUMBER, ColumnRole.SCORE);

    private final Path folder;
    private final int predictions;
    private final int every;
    private final Random random = new Random(9);

    LateLabels(Path folder, int predictions, int labels) {
        this.folder = folder;
        this.predictions = predictions;
        this.every = Math.max(1, predictions / labels);
    }

    void run() throws IOException, InterruptedException {
        try (MonitoredStore store = new MonitoredStore(folder)) {
            Model model = store.model("model", Model.Task.BINARY_CLASSIFICATION, new Schema(1, List.of(LABEL)));
            Dataset production = store.dataset(model, Kind.PRODUCTION, new Schema(1, List.of(PREDICTION, SCORE)));
            Dataset labels = store.dataset(model, Kind.LABELS, new Schema(1, List.of(LABEL)));
            Monitor monitor = store.monitor(model, "quality", Optional.empty());
            fill(store, production.id(), labels.id());
            Window window = new Window(store.now, store.now.plus(SPAN));
            check("all labels", store, monitor, window);
            check("nothing new", store, monitor, window);
            int late = LATE * every;
            for (int first = 0; first < late; first += BATCH) {
                append(
                        store,
                        labels.id(),
                        labels(store, 1 + first, Math.min(late, first + BATCH), predictions / 6 / late));
            }
            check(String.format(Locale.ROOT, "%,d labels came late", LATE), store, monitor, window);
        }
    }

    private static void check(String what, MonitoredStore store, Monitor monitor, Window window) {
        long start = System.nanoTime();
        Check.Outcome outcome = store.check(monitor, window);
        System.out.printf(
                Locale.ROOT,
                "quality of thirty days, %s: %.2f s, %,d labels%n",
                what,
                (System.nanoTime() - start) / 1e9,
                outcome.records());
    }

    private void fill(MonitoredStore store, Id production, Id labels) throws InterruptedException {
        for (int first = 0; first < predictions; first += BATCH) {
            int end = Math.min(predictions, first + BATCH);
            append(store, production, predictions(store, first, end));
            append(store, labels, labels(store, first, end, 1));
        }
        store.records.compact(production);
        store.records.compact(labels);
    }

    private void append(MonitoredStore store, Id dataset, RecordBatch batch) throws InterruptedException {
        while (true) {
            try {
                store.records.append(dataset, dataset + "-" + random.nextLong(), batch);
                return;
            } catch (PlumblineException e) {
                if (!(e.failure() instanceof Failure.Busy)) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private RecordBatch predictions(MonitoredStore store, int first, int end) {
        int size = end - first;
        double[] scores =
                random.ints(size, 0, 1000).mapToDouble(i -> i / 1000.0).toArray();
        long[] predicted = new long[size];
        for (int i = 0; i < size; i++) {
            predicted[i] = scores[i] >= 0.5 ? 1 : 0;
        }
        return batch(
                store,
                first,
                1,
                size,
                List.of(
                        new BatchColumn.Integers("prediction", predicted, new BitSet()),
                        new BatchColumn.Numbers("score", scores, new BitSet())));
    }

    /** Labels of every so manieth prediction. */
    private RecordBatch labels(MonitoredStore store, int first, int end, int stride) {
        int size = (end - first + every - 1) / every;
        long[] labels = random.longs(size, 0, 2).toArray();
        return batch(
                store,
                first,
                every * Math.max(1, stride),
                size,
                List.of(new BatchColumn.Integers("label", labels, new BitSet())));
    }

    private RecordBatch batch(MonitoredStore store, long first, int step, int size, List<BatchColumn> columns) {
        String[] ids = new String[size];
        long[] times = new long[size];
        long begin = store.now.getEpochSecond() * 1_000_000;
        for (int i = 0; i < size; i++) {
            long row = first + (long) i * step;
            ids[i] = "record-" + row;
            times[i] = begin + SPAN.toMillis() * 1000 / predictions * row;
        }
        return new RecordBatch(ids, times, Optional.empty(), columns);
    }
}
