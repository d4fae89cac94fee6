package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.BASELINE_PROFILES;
import static io.plumbline.store.sql.generated.Tables.COUNTED_EDGES;
import static io.plumbline.store.sql.generated.Tables.PROFILE_CELL;
import static io.plumbline.store.sql.generated.Tables.RECORD_BATCH;
import static io.plumbline.store.sql.generated.Tables.RECORD_FILE;
import static io.plumbline.store.sql.generated.Tables.RECORD_GENERATION;
import static io.plumbline.store.sql.generated.Tables.UNPACKED_FILE;
import static io.plumbline.store.sql.generated.Tables.UNPROFILED_FILE;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordManifest;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.store.sql.generated.tables.records.RecordFileRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.TableField;

/** The manifest of files, batches and profiles in a database. */
public final class SqlRecordManifest implements RecordManifest {
    private final Database database;
    private final Sketches sketches;

    /**
     * The one in this database.
     *
     * @param sketches reads the sketches of profiles
     */
    public SqlRecordManifest(Database database, Sketches sketches) {
        this.database = database;
        this.sketches = sketches;
    }

    @Override
    public List<RecordFile> files(Id dataset) {
        return database.read(sql -> sql.selectFrom(RECORD_FILE)
                .where(RECORD_FILE.DATASET.eq(dataset.toString()))
                .orderBy(RECORD_FILE.SEQUENCE_NUMBER, RECORD_FILE.ID)
                .fetch(SqlRecordManifest::file));
    }

    @Override
    public List<Id> datasets() {
        return database.read(sql -> sql.selectDistinct(RECORD_FILE.DATASET)
                .from(RECORD_FILE)
                .orderBy(RECORD_FILE.DATASET)
                .fetch(row -> Id.of(row.value1())));
    }

    @Override
    public Optional<BatchReceipt> batch(Id dataset, String batchId) {
        if (!Texts.isName(batchId)) {
            return Optional.empty();
        }
        return database.read(sql -> sql.selectFrom(RECORD_BATCH)
                .where(RECORD_BATCH.DATASET.eq(dataset.toString()))
                .and(RECORD_BATCH.BATCH_ID.eq(batchId))
                .fetchOptional(row ->
                        new BatchReceipt(row.getBatchId(), row.getRowCount(), Times.instant(row.getReceivedAt()))));
    }

    @Override
    public boolean add(RecordFile file, List<BatchReceipt> batches, List<ProfileCell> cells) {
        List<FileCell> ofFile =
                cells.stream().map(cell -> new FileCell(file.id(), cell)).toList();
        return unlessRefused(sql -> {
            ManifestWrites.batches(sql, file.dataset(), batches);
            ManifestWrites.files(sql, List.of(file));
            ManifestWrites.cells(sql, ofFile);
            ManifestWrites.countChange(sql, file.dataset(), 0);
        });
    }

    @Override
    public boolean addIncoming(RecordFile file, BatchReceipt batch) {
        return unlessRefused(sql -> {
            ManifestWrites.batches(sql, file.dataset(), List.of(batch));
            ManifestWrites.files(sql, List.of(file));
            sql.insertInto(UNPROFILED_FILE)
                    .set(UNPROFILED_FILE.FILE, file.id().toString())
                    .execute();
            sql.insertInto(UNPACKED_FILE)
                    .set(UNPACKED_FILE.FILE, file.id().toString())
                    .execute();
            ManifestWrites.countChange(sql, file.dataset(), 0);
        });
    }

    @Override
    public List<RecordFile> unprofiled() {
        return marked(UNPROFILED_FILE.FILE);
    }

    @Override
    public List<RecordFile> unpacked() {
        return marked(UNPACKED_FILE.FILE);
    }

    /** The files that stand in a table of files. */
    private List<RecordFile> marked(TableField<?, String> mark) {
        return database.read(sql -> sql.select(RECORD_FILE.fields())
                .from(RECORD_FILE)
                .join(mark.getTable())
                .on(mark.eq(RECORD_FILE.ID))
                .orderBy(RECORD_FILE.DATASET, RECORD_FILE.SEQUENCE_NUMBER, RECORD_FILE.ID)
                .fetchInto(RECORD_FILE)
                .map(SqlRecordManifest::file));
    }

    @Override
    public long generation(Id dataset) {
        return counted(RECORD_GENERATION.GENERATION, dataset);
    }

    @Override
    public long removals(Id dataset) {
        return counted(RECORD_GENERATION.REMOVALS, dataset);
    }

    private long counted(TableField<?, Long> count, Id dataset) {
        return database.read(sql -> sql.select(count)
                .from(RECORD_GENERATION)
                .where(RECORD_GENERATION.DATASET.eq(dataset.toString()))
                .fetchOptional(count)
                .orElse(0L));
    }

    @Override
    public boolean replaceUnpacked(Id other, RecordFile packed) {
        return unlessRefused(sql -> {
            if (!ManifestWrites.lock(sql, other)) {
                throw new ManifestWrites.RefusedException();
            }
            ManifestWrites.files(sql, List.of(packed));
            ManifestWrites.move(sql, PROFILE_CELL.FILE, other, packed.id());
            ManifestWrites.move(sql, UNPROFILED_FILE.FILE, other, packed.id());
            ManifestWrites.remove(sql, packed.dataset(), List.of(other));
        });
    }

    @Override
    public boolean replace(Id dataset, List<Id> others, List<RecordFile> files, List<FileCell> cells) {
        return unlessRefused(sql -> {
            ManifestWrites.countRemoval(sql, dataset, others, files);
            ManifestWrites.remove(sql, dataset, others);
            ManifestWrites.files(sql, files);
            ManifestWrites.cells(sql, cells);
        });
    }

    private boolean unlessRefused(ManifestWrites.Work work) {
        try {
            return database.write(sql -> {
                work.run(sql);
                return true;
            });
        } catch (ManifestWrites.RefusedException e) {
            return false;
        }
    }

    @Override
    public List<ProfileCell> cells(Id dataset, OptionalLong fromHour, OptionalLong untilHour, Set<SketchKind> kinds) {
        ProfileCells wanted = new ProfileCells(dataset, fromHour, untilHour);
        return database.read(sql -> wanted.read(sql, bytes -> Profile.of(bytes, sketches, kinds)));
    }

    @Override
    public void replaceCells(Id file, List<ProfileCell> cells) {
        List<FileCell> ofFile =
                cells.stream().map(cell -> new FileCell(file, cell)).toList();
        database.write(sql -> {
            if (!ManifestWrites.lock(sql, file)) {
                throw PlumblineException.notFound("file", file);
            }
            sql.deleteFrom(PROFILE_CELL)
                    .where(PROFILE_CELL.FILE.eq(file.toString()))
                    .execute();
            sql.deleteFrom(UNPROFILED_FILE)
                    .where(UNPROFILED_FILE.FILE.eq(file.toString()))
                    .execute();
            return ManifestWrites.cells(sql, ofFile);
        });
    }

    /** What its records were compared with and counted over goes with it. */
    @Override
    public void drop(Id dataset) {
        database.write(sql -> {
            ManifestWrites.countChange(sql, dataset, 1);
            sql.deleteFrom(COUNTED_EDGES)
                    .where(COUNTED_EDGES.DATASET.eq(dataset.toString()))
                    .execute();
            sql.deleteFrom(BASELINE_PROFILES)
                    .where(BASELINE_PROFILES.ID.eq(dataset.toString()))
                    .execute();
            sql.deleteFrom(RECORD_FILE)
                    .where(RECORD_FILE.DATASET.eq(dataset.toString()))
                    .execute();
            return sql.deleteFrom(RECORD_BATCH)
                    .where(RECORD_BATCH.DATASET.eq(dataset.toString()))
                    .execute();
        });
    }

    private static RecordFile file(RecordFileRecord row) {
        return new RecordFile(
                Id.of(row.getId()),
                Id.of(row.getDataset()),
                RecordFile.Content.valueOf(row.getContent()),
                row.getRowCount(),
                row.getByteCount(),
                Times.instant(row.getEarliest()),
                Times.instant(row.getLatest()),
                row.getSequenceNumber());
    }
}
