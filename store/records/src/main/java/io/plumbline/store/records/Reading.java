package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One read: what was acknowledged before it is in files, and these files stay until it is closed. */
final class Reading implements RecordEngine.Joinable, AutoCloseable {
    private final Parts parts;
    private final Flusher flusher;
    private final RecordFolder folder;
    private final Dataset dataset;
    private final List<RecordFile> entered = new ArrayList<>();

    Reading(Parts parts, Flusher flusher, RecordFolder folder, Dataset dataset) {
        this.parts = parts;
        this.flusher = flusher;
        this.folder = folder;
        this.dataset = dataset;
    }

    /** The files of the dataset that is read. */
    Files files() {
        return files(dataset);
    }

    /** The files of another dataset of the same organization. */
    @Override
    public Files files(Id other) {
        return files(parts.datasets()
                .find(other)
                .filter(found ->
                        found.header().organization().equals(dataset.header().organization()))
                .orElseThrow(() -> PlumblineException.notFound("dataset", other)));
    }

    private Files files(Dataset read) {
        flusher.flush(read.id());
        List<RecordFile> files = folder.enter(() -> parts.manifest().files(read.id()));
        entered.addAll(files);
        return new Files(read.schema().columns(), paths(files, Content.RECORDS), paths(files, Content.CHANGES));
    }

    private List<Path> paths(List<RecordFile> files, Content content) {
        return folder.paths(
                files.stream().filter(file -> file.content() == content).toList());
    }

    @Override
    public void close() {
        folder.leave(entered);
    }
}
