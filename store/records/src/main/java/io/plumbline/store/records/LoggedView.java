package io.plumbline.store.records;

import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.domain.record.RecordGeneration;
import io.plumbline.domain.record.RecordView;
import io.plumbline.domain.record.RecordWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A view whose files stay until it is closed. */
final class LoggedView implements RecordView {
    private static final int SCANNED_ROWS = 1 << 14;

    private final RecordEngine engine;
    private final Reading reading;
    private final Reading.Listed records;
    private final Optional<Reading.Listed> others;

    LoggedView(RecordEngine engine, Reading reading, Reading.Listed records, Optional<Reading.Listed> others) {
        this.engine = engine;
        this.reading = reading;
        this.records = records;
        this.others = others;
    }

    @Override
    public RecordGeneration generation() {
        return new RecordGeneration(
                others.map(other -> List.of(records.seen(), other.seen())).orElseGet(() -> List.of(records.seen())));
    }

    @Override
    public Optional<SortedSet<Long>> changedHours(RecordGeneration since) {
        if (!since.isContinuedBy(generation())) {
            return Optional.empty();
        }
        List<RecordFile> came = newOf(records, since);
        SortedSet<Long> hours = new TreeSet<>();
        if (others.isPresent()) {
            came.addAll(newOf(others.get(), since));
            hours.addAll(ofSame(came, Content.RECORDS, Content.CHANGES));
        } else {
            hours.addAll(ofNew(came));
            hours.addAll(ofSame(came, Content.CHANGES));
        }
        return Optional.of(hours);
    }

    private static List<RecordFile> newOf(Reading.Listed listed, RecordGeneration since) {
        return new ArrayList<>(
                listed.files().stream().filter(file -> !since.hasSeen(file)).toList());
    }

    /** Without counterparts a record is of no hour but its own. */
    private SortedSet<Long> ofNew(List<RecordFile> came) {
        List<Path> paths = reading.paths(came, Content.RECORDS);
        return paths.isEmpty()
                ? new TreeSet<>()
                : engine.hours(new Files(List.of(), paths, List.of()), RecordWindow.all(List.of()));
    }

    private SortedSet<Long> ofSame(List<RecordFile> came, Content... contents) {
        List<Content> wanted = List.of(contents);
        List<Path> ofRecords = wanted.contains(Content.RECORDS) ? reading.paths(came, Content.RECORDS) : List.of();
        List<Path> ofChanges = reading.paths(came, Content.CHANGES);
        return ofRecords.isEmpty() && ofChanges.isEmpty()
                ? new TreeSet<>()
                : engine.hoursOfSame(reading.files(records), ofRecords, ofChanges);
    }

    @Override
    public SortedSet<Long> hours(RecordWindow window) {
        return engine.hours(reading.files(records), window);
    }

    @Override
    public void read(RecordWindow window, SortedSet<Long> hours, List<String> columns, Consumer<RecordBatch> batches) {
        if (hours.isEmpty()) {
            return;
        }
        Files files = reading.files(records);
        if (others.isPresent()) {
            Files joined = reading.files(others.get());
            engine.joinHours(files, window, hours, joined, columns, SCANNED_ROWS, batches);
        } else {
            engine.scanHours(files, window, hours, SCANNED_ROWS, batches);
        }
    }

    @Override
    public void close() {
        reading.close();
    }
}
