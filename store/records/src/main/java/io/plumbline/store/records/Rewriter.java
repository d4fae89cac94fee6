package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Written;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.domain.record.RecordManifest.FileCell;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Puts files in place of others: merged, with changes folded in, or without records that are too old. The profiles of new files are taken from the files themselves. What is read
 * meanwhile is either all old or all new.
 */
final class Rewriter {
    private static final int SCANNED_ROWS = 1 << 16;

    private final Parts parts;
    private final RecordFolder folder;
    private final Pending pending;

    Rewriter(Parts parts, RecordFolder folder, Pending pending) {
        this.parts = parts;
        this.folder = folder;
        this.pending = pending;
    }

    /**
     * What becomes of some files.
     *
     * @param groups each becomes one file
     * @param changes are applied to all groups
     * @param from records before this are left out
     * @param gone files that go besides those of the groups
     */
    record Plan(
            List<List<RecordFile>> groups, List<RecordFile> changes, Optional<Instant> from, List<RecordFile> gone) {}

    /** Makes a plan from the files as they are, and carries it out, while nobody else rewrites files of this dataset. */
    void rewrite(Id dataset, Planner planner) {
        Waiting waiting = pending.of(dataset);
        waiting.rewriting().lock();
        try {
            List<RecordFile> files = parts.manifest().files(dataset);
            Plan plan = planner.plan(of(files, Content.RECORDS), of(files, Content.CHANGES));
            if (!plan.groups().isEmpty() || !plan.gone().isEmpty()) {
                carryOut(dataset, plan);
            }
        } finally {
            waiting.rewriting().unlock();
        }
    }

    /** Decides, from the files of records and of changes. */
    @FunctionalInterface
    interface Planner {
        Plan plan(List<RecordFile> records, List<RecordFile> changes);
    }

    private static List<RecordFile> of(List<RecordFile> files, Content content) {
        return files.stream().filter(file -> file.content() == content).toList();
    }

    private void carryOut(Id dataset, Plan plan) {
        // After the files were listed, so that no file has a column that this schema has not.
        Schema schema = schema(dataset);
        List<RecordFile> made = new ArrayList<>();
        boolean replaced = false;
        try {
            List<FileCell> cells = new ArrayList<>();
            for (List<RecordFile> group : plan.groups()) {
                RecordFile file = merge(dataset, schema, group, plan.changes(), plan.from());
                made.add(file);
                cells(schema, file).forEach(cell -> cells.add(new FileCell(file.id(), cell)));
            }
            replaced = parts.manifest().replace(dataset, ids(others(plan)), made, cells);
        } catch (RuntimeException e) {
            // Whether they are listed is not certain where the manifest failed: then the next start finds out.
            removeUnlisted(dataset, made, e);
            throw e;
        }
        folder.retire(replaced ? others(plan) : made);
    }

    private void removeUnlisted(Id dataset, List<RecordFile> made, RuntimeException cause) {
        try {
            List<RecordFile> listed = parts.manifest().files(dataset);
            folder.retire(made.stream().filter(file -> !listed.contains(file)).toList());
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static List<RecordFile> others(Plan plan) {
        List<RecordFile> others = new ArrayList<>(plan.gone());
        plan.groups().forEach(others::addAll);
        return others;
    }

    private static List<Id> ids(List<RecordFile> files) {
        return files.stream().map(RecordFile::id).toList();
    }

    private RecordFile merge(
            Id dataset, Schema schema, List<RecordFile> group, List<RecordFile> changes, Optional<Instant> from) {
        Id id = parts.ids().next();
        Path path = folder.create(dataset, id, Content.RECORDS);
        Files files = new Files(schema.columns(), folder.paths(group), folder.paths(changes));
        Written written = parts.engine().merge(path, files, from);
        long sequence = group.stream().mapToLong(RecordFile::sequence).max().orElseThrow();
        return new RecordFile(
                id,
                dataset,
                Content.RECORDS,
                written.rows(),
                written.bytes(),
                written.earliest(),
                written.latest(),
                sequence);
    }

    /** The profiles of a file, from its records. Columns are shared out among half of the processors: requests want some, too. */
    private List<ProfileCell> cells(Schema schema, RecordFile file) {
        Cells cells = new Cells();
        List<Schema> shares = shares(schema, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        Files files = new Files(schema.columns(), List.of(folder.path(file)), List.of());
        parts.engine()
                .scan(
                        files,
                        SCANNED_ROWS,
                        batch -> shares.parallelStream()
                                .map(share -> parts.profiler().profile(file.dataset(), share, List.of(batch)))
                                .toList()
                                .forEach(some -> some.forEach(cells::add)));
        return cells.list();
    }

    /** Schemas of about as many columns that together have those of this one. */
    private static List<Schema> shares(Schema schema, int most) {
        List<Column> columns = schema.columns();
        int count = Math.clamp(columns.size(), 1, most);
        return IntStream.range(0, count)
                .mapToObj(share -> new Schema(
                        schema.version(),
                        IntStream.iterate(share, i -> i < columns.size(), i -> i + count)
                                .mapToObj(columns::get)
                                .toList()))
                .toList();
    }

    /**
     * Writes files anew that came in and are still as they were written then, so that they are small. Others may take profiles or rewrite files
     * meanwhile: what they did counts, and the packed file is put in the place only of what is still listed.
     */
    void pack(Id dataset, Predicate<RecordFile> which) {
        List<RecordFile> files = folder.enter(() -> parts.manifest().unpacked().stream()
                .filter(file -> file.dataset().equals(dataset) && which.test(file))
                .toList());
        try {
            files.forEach(this::pack);
        } finally {
            folder.leave(files);
        }
    }

    private void pack(RecordFile file) {
        Id dataset = file.dataset();
        RecordFile packed = merge(dataset, schema(dataset), List.of(file), List.of(), Optional.empty());
        Waiting waiting = pending.of(dataset);
        waiting.rewriting().lock();
        try {
            boolean replaced = parts.manifest().replaceUnpacked(file.id(), packed);
            folder.retire(List.of(replaced ? file : packed));
        } catch (RuntimeException e) {
            removeUnlisted(dataset, List.of(packed), e);
            throw e;
        } finally {
            waiting.rewriting().unlock();
        }
    }

    /** Whether there are files of changes. Those that are being folded in are there until they are. */
    boolean hasChanges(Id dataset) {
        return parts.manifest().files(dataset).stream().anyMatch(file -> file.content() == Content.CHANGES);
    }

    /** Takes the profiles of files whose profiles are still to be taken. Where there are none, nobody waits for files that are merged meanwhile. */
    void profile(Id dataset) {
        if (parts.manifest().unprofiled().stream()
                .noneMatch(file -> file.dataset().equals(dataset))) {
            return;
        }
        Waiting waiting = pending.of(dataset);
        waiting.rewriting().lock();
        try {
            for (RecordFile file : parts.manifest().unprofiled()) {
                if (file.dataset().equals(dataset)) {
                    parts.manifest().replaceCells(file.id(), cells(schema(dataset), file));
                }
            }
        } finally {
            waiting.rewriting().unlock();
        }
    }

    /** Takes the profiles of all files anew. */
    void recompute(Id dataset) {
        Waiting waiting = pending.of(dataset);
        waiting.rewriting().lock();
        try {
            List<RecordFile> files = of(parts.manifest().files(dataset), Content.RECORDS);
            Schema schema = schema(dataset);
            files.forEach(file -> parts.manifest().replaceCells(file.id(), cells(schema, file)));
        } finally {
            waiting.rewriting().unlock();
        }
    }

    Schema schema(Id dataset) {
        return parts.datasets()
                .find(dataset)
                .orElseThrow(() -> PlumblineException.notFound("dataset", dataset))
                .schema();
    }
}
