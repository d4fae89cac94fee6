package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.domain.record.RecordGeneration;
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
        return files(other(other));
    }

    Dataset other(Id id) {
        return parts.datasets()
                .find(id)
                .filter(found ->
                        found.header().organization().equals(dataset.header().organization()))
                .orElseThrow(() -> PlumblineException.notFound("dataset", id));
    }

    private Files files(Dataset read) {
        return files(listed(read));
    }

    Files files(Listed listed) {
        return new Files(
                listed.dataset().schema().columns(),
                paths(listed.files(), Content.RECORDS),
                paths(listed.files(), Content.CHANGES));
    }

    /**
     * A dataset with its files, which stay until this is closed.
     *
     * @param removals how many times records had been taken away before the files were listed
     */
    record Listed(Dataset dataset, long removals, List<RecordFile> files) {
        RecordGeneration.Seen seen() {
            return RecordGeneration.Seen.of(dataset.id(), removals, files);
        }
    }

    /** Removals are asked for first: what is taken away in between is then noticed by who compares. */
    Listed listed(Dataset read) {
        flusher.flush(read.id());
        long removals = parts.manifest().removals(read.id());
        List<RecordFile> files = folder.enter(() -> parts.manifest().files(read.id()));
        entered.addAll(files);
        return new Listed(read, removals, files);
    }

    List<Path> paths(List<RecordFile> files, Content content) {
        return folder.paths(
                files.stream().filter(file -> file.content() == content).toList());
    }

    @Override
    public void close() {
        folder.leave(entered);
    }
}
