package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.store.records.frame.FrameCodec;
import io.plumbline.store.records.frame.RecordFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** An engine whose files are frames of the log one after the other. It answers questions without filters, and changes columns of numbers. */
final class FakeEngine implements RecordEngine {
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean scansFail;
    private volatile Runnable whileReading = () -> {};

    /** The next file cannot be written. */
    void failNextWrite() {
        failures.incrementAndGet();
    }

    /** Whether scans fail from now on. */
    void failScans(boolean fail) {
        scansFail = fail;
    }

    /** Runs in the middle of every read. */
    void whileReading(Runnable work) {
        whileReading = work;
    }

    @Override
    public Written write(Path path, Schema schema, List<Received> batches) {
        for (Received received : batches) {
            List<String> names =
                    received.batch().columns().stream().map(BatchColumn::name).toList();
            if (!names.equals(schema.columns().stream().map(Column::name).toList())) {
                throw new AssertionError("a batch is not of the schema of its file");
            }
        }
        List<RecordFrame> frames = batches.stream()
                .map(received -> frame(received.batch(), received.receivedAt()))
                .toList();
        long[] times = batches.stream()
                .flatMapToLong(received -> Arrays.stream(received.batch().eventTimes()))
                .toArray();
        return write(path, frames, times);
    }

    private static RecordFrame frame(RecordBatch batch, Instant receivedAt) {
        return new RecordFrame.Batch(new Id(0, 0), new BatchReceipt("", batch.rows(), receivedAt), batch);
    }

    /** Takes a file that has the number of its rows in it, for one with a column of numbers. */
    @Override
    public Imported writeFile(
            Path path, IncomingFile file, Schema schema, Arrival arrival, Consumer<Map<String, ValueType>> check) {
        check.accept(Map.of("x", ValueType.NUMBER));
        try {
            int rows = Integer.parseInt(java.nio.file.Files.readString(file.path()));
            RecordBatch batch = Batches.counting(arrival.idPrefix(), rows, 0);
            Written written = write(path, List.of(frame(batch, arrival.receivedAt())), batch.eventTimes());
            return new Imported(Map.of("x", ValueType.NUMBER), written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Written writeChanges(Path path, List<RecordChange> changes) {
        for (RecordChange change : changes) {
            if (change.value().equals(Optional.of("no JSON"))) {
                throw PlumblineException.invalid(change.field(), "the new value is no JSON");
            }
        }
        long[] times = changes.stream()
                .mapToLong(change -> ChronoUnit.MICROS.between(Instant.EPOCH, change.at()))
                .toArray();
        BatchReceipt receipt = new BatchReceipt("", changes.size(), Instant.EPOCH);
        return write(path, List.of(new RecordFrame.Changes(new Id(0, 0), receipt, changes)), times);
    }

    private Written write(Path path, List<RecordFrame> frames, long[] times) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the disk is full");
        }
        List<ByteBuffer> parts = frames.stream().map(FrameCodec::encode).toList();
        int bytes = parts.stream().mapToInt(part -> 4 + part.remaining()).sum();
        ByteBuffer file = ByteBuffer.allocate(bytes);
        parts.forEach(part -> file.putInt(part.remaining()).put(part));
        try {
            java.nio.file.Files.write(path, file.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long earliest = Arrays.stream(times).min().orElseThrow();
        long latest = Arrays.stream(times).max().orElseThrow();
        return new Written(times.length, bytes, instant(earliest), instant(latest));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static List<RecordFrame> read(Path path) {
        try {
            ByteBuffer file = ByteBuffer.wrap(java.nio.file.Files.readAllBytes(path));
            List<RecordFrame> frames = new ArrayList<>();
            while (file.hasRemaining()) {
                int length = file.getInt();
                frames.add(FrameCodec.decode(file.slice(file.position(), length)));
                file.position(file.position() + length);
            }
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Written merge(Path path, Files files, Optional<Instant> from) {
        whileReading.run();
        List<RecordFrame> frames = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (RecordFrame.Batch batch : batches(files)) {
            RecordBatch kept = from.map(least -> since(batch.batch(), least)).orElse(batch.batch());
            frames.add(frame(kept, batch.receipt().receivedAt()));
            for (long time : kept.eventTimes()) {
                times.add(time);
            }
        }
        return write(path, frames, times.stream().mapToLong(Long::longValue).toArray());
    }

    private static RecordBatch since(RecordBatch batch, Instant from) {
        long least = ChronoUnit.MICROS.between(Instant.EPOCH, from);
        int[] rows = IntStream.range(0, batch.rows())
                .filter(row -> batch.eventTimes()[row] >= least)
                .toArray();
        return Batches.rows(batch, rows);
    }

    /** All batches of these files with the columns asked for, after the changes. */
    private static List<RecordFrame.Batch> batches(Files files) {
        Map<String, Map<String, Optional<String>>> changes = new TreeMap<>();
        for (Path path : files.changes()) {
            for (RecordFrame frame : read(path)) {
                ((RecordFrame.Changes) frame)
                        .changes()
                        .forEach(change -> changes.computeIfAbsent(change.field(), field -> new TreeMap<>())
                                .put(change.recordId(), change.value()));
            }
        }
        List<RecordFrame.Batch> batches = new ArrayList<>();
        for (Path path : files.records()) {
            for (RecordFrame frame : read(path)) {
                RecordFrame.Batch batch = (RecordFrame.Batch) frame;
                RecordBatch changed = changed(batch.batch(), files.columns(), changes);
                batches.add(new RecordFrame.Batch(batch.dataset(), batch.receipt(), changed));
            }
        }
        return batches;
    }

    private static RecordBatch changed(
            RecordBatch batch, List<Column> columns, Map<String, Map<String, Optional<String>>> changes) {
        List<BatchColumn> changed = new ArrayList<>();
        for (Column column : columns) {
            BatchColumn kept = batch.columns().stream()
                    .filter(each -> each.name().equals(column.name()))
                    .findFirst()
                    .map(each -> Batches.as(each, column.type()))
                    .orElseGet(() -> SameColumns.missing(column, batch.rows()));
            changed.add(changed(kept, batch.ids(), changes.getOrDefault(column.name(), Map.of())));
        }
        return new RecordBatch(batch.ids(), batch.eventTimes(), batch.transactions(), changed);
    }

    private static BatchColumn changed(BatchColumn column, String[] ids, Map<String, Optional<String>> changes) {
        if (changes.isEmpty() || !(column instanceof BatchColumn.Numbers numbers)) {
            return column;
        }
        double[] values = numbers.values().clone();
        BitSet missing = (BitSet) numbers.missing().clone();
        for (int row = 0; row < ids.length; row++) {
            Optional<String> value = changes.getOrDefault(ids[row], Optional.of("unchanged"));
            if (!value.equals(Optional.of("unchanged"))) {
                missing.set(row, value.isEmpty());
                values[row] = value.map(Double::valueOf).orElse(0.0);
            }
        }
        return new BatchColumn.Numbers(column.name(), values, missing);
    }

    @Override
    public RecordPage find(Files files, RecordQuery query, Joinable other) {
        return page(files);
    }

    @Override
    public RecordPage find(Files files, List<String> ids) {
        RecordPage all = page(files);
        List<StoredRecord> found = all.records().stream()
                .filter(record -> ids.contains(record.id()))
                .toList();
        return new RecordPage(all.columns(), found, OptionalLong.empty());
    }

    private RecordPage page(Files files) {
        whileReading.run();
        List<StoredRecord> records = new ArrayList<>();
        for (RecordFrame.Batch batch : batches(files)) {
            for (int row = 0; row < batch.batch().rows(); row++) {
                records.add(record(batch.batch(), batch.receipt().receivedAt(), row));
            }
        }
        records.sort(Comparator.comparing(StoredRecord::eventTime).thenComparing(StoredRecord::id));
        return new RecordPage(files.columns(), records, OptionalLong.of(records.size()));
    }

    private static StoredRecord record(RecordBatch batch, Instant receivedAt, int row) {
        return new StoredRecord(
                batch.ids()[row],
                instant(batch.eventTimes()[row]),
                receivedAt,
                batch.transactions().map(values -> values[row]),
                Batches.values(batch, row),
                new TreeMap<>());
    }

    @Override
    public GroupTable group(Files files, GroupQuery query, Joinable other) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public void scan(Files files, int rows, Consumer<RecordBatch> batches) {
        if (scansFail) {
            throw new IllegalStateException("the disk cannot be read");
        }
        batches(files).forEach(batch -> batches.accept(batch.batch()));
    }

    @Override
    public void scan(Files files, RecordWindow window, int rows, Consumer<RecordBatch> batches) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(
            Files files,
            RecordWindow window,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedSet<Long> hours(Files files, RecordWindow window) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedSet<Long> hoursOfSame(Files files, List<Path> records, List<Path> changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void scanHours(
            Files files, RecordWindow window, SortedSet<Long> hours, int rows, Consumer<RecordBatch> batches) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void joinHours(
            Files files,
            RecordWindow window,
            SortedSet<Long> hours,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches) {
        throw new UnsupportedOperationException();
    }
}
