package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.PROFILE_CELL;
import static io.plumbline.store.sql.generated.Tables.RECORD_BATCH;
import static io.plumbline.store.sql.generated.Tables.RECORD_FILE;
import static io.plumbline.store.sql.generated.Tables.RECORD_GENERATION;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.domain.record.RecordManifest.FileCell;
import io.plumbline.store.sql.generated.tables.records.ProfileCellRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep4;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The parts of a transaction on the manifest. */
final class ManifestWrites {
    /**
     * Rows of one statement. Of four columns these stay below the 999 values beyond which jOOQ writes values into the text of a
     * statement for SQLite, which takes no text of a million characters. And of so many profiles the bytes are in memory at a time.
     */
    private static final int ROWS = 200;

    private ManifestWrites() {}

    /** Some parts, as one transaction. */
    interface Work {
        void run(DSLContext sql);
    }

    /** Takes a transaction back that finds the manifest other than it takes for granted. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException() {
            super("the manifest was changed meanwhile", null, false, false);
        }
    }

    /**
     * Lists batches.
     *
     * @throws RefusedException where one is listed already
     */
    static void batches(DSLContext sql, Id dataset, List<BatchReceipt> batches) {
        // In one order everywhere, so that none waits for one that waits for it.
        List<BatchReceipt> sorted = batches.stream()
                .sorted(Comparator.comparing(BatchReceipt::batchId))
                .toList();
        for (int from = 0; from < sorted.size(); from += ROWS) {
            List<BatchReceipt> some = sorted.subList(from, Math.min(from + ROWS, sorted.size()));
            if (insert(sql, dataset, some) != some.size()) {
                throw new RefusedException();
            }
        }
    }

    private static int insert(DSLContext sql, Id dataset, List<BatchReceipt> batches) {
        InsertValuesStep4<?, String, String, Long, Long> insert = sql.insertInto(
                RECORD_BATCH,
                RECORD_BATCH.DATASET,
                RECORD_BATCH.BATCH_ID,
                RECORD_BATCH.ROW_COUNT,
                RECORD_BATCH.RECEIVED_AT);
        for (BatchReceipt batch : batches) {
            insert = insert.values(
                    dataset.toString(), Texts.name(batch.batchId()), batch.rows(), Times.micros(batch.receivedAt()));
        }
        return insert.onConflictDoNothing().execute();
    }

    /** Lists files. */
    static void files(DSLContext sql, List<RecordFile> files) {
        for (RecordFile file : files) {
            sql.insertInto(RECORD_FILE)
                    .set(RECORD_FILE.ID, file.id().toString())
                    .set(RECORD_FILE.DATASET, file.dataset().toString())
                    .set(RECORD_FILE.CONTENT, file.content().name())
                    .set(RECORD_FILE.ROW_COUNT, file.rows())
                    .set(RECORD_FILE.BYTE_COUNT, file.bytes())
                    .set(RECORD_FILE.EARLIEST, Times.micros(file.earliest()))
                    .set(RECORD_FILE.LATEST, Times.micros(file.latest()))
                    .set(RECORD_FILE.SEQUENCE_NUMBER, file.sequence())
                    .execute();
        }
    }

    /** Counts a removal where files have fewer records than those whose place they take. */
    static void countRemoval(DSLContext sql, Id dataset, List<Id> others, List<RecordFile> files) {
        List<String> replaced = others.stream().map(Id::toString).toList();
        BigDecimal before = sql.select(DSL.coalesce(DSL.sum(RECORD_FILE.ROW_COUNT), BigDecimal.ZERO))
                .from(RECORD_FILE)
                .where(RECORD_FILE.ID.in(replaced))
                .and(RECORD_FILE.CONTENT.eq(Content.RECORDS.name()))
                .fetchSingle()
                .value1();
        long after = files.stream()
                .filter(file -> file.content() == Content.RECORDS)
                .mapToLong(RecordFile::rows)
                .sum();
        if (after < before.longValueExact()) {
            countChange(sql, dataset, 1);
        }
    }

    /**
     * Counts that the records of a dataset change.
     *
     * @param removals 1 where some are taken away, else 0
     */
    static void countChange(DSLContext sql, Id dataset, int removals) {
        sql.insertInto(RECORD_GENERATION)
                .set(RECORD_GENERATION.DATASET, dataset.toString())
                .set(RECORD_GENERATION.GENERATION, 1L)
                .set(RECORD_GENERATION.REMOVALS, (long) removals)
                .onConflict(RECORD_GENERATION.DATASET)
                .doUpdate()
                .set(RECORD_GENERATION.GENERATION, RECORD_GENERATION.GENERATION.plus(1))
                .set(RECORD_GENERATION.REMOVALS, RECORD_GENERATION.REMOVALS.plus(removals))
                .execute();
    }

    /**
     * Takes files off the list, with their profiles.
     *
     * @throws RefusedException where one is not listed any more
     */
    static void remove(DSLContext sql, Id dataset, List<Id> files) {
        // In one order everywhere, so that none waits for one that waits for it.
        for (Id file : files.stream().sorted().toList()) {
            int removed = sql.deleteFrom(RECORD_FILE)
                    .where(RECORD_FILE.ID.eq(file.toString()))
                    .and(RECORD_FILE.DATASET.eq(dataset.toString()))
                    .execute();
            if (removed == 0) {
                throw new RefusedException();
            }
        }
    }

    /** Keeps profiles of files that are listed, and returns how many. */
    static int cells(DSLContext sql, List<FileCell> cells) {
        for (int from = 0; from < cells.size(); from += ROWS) {
            insert(sql, cells.subList(from, Math.min(from + ROWS, cells.size())));
        }
        return cells.size();
    }

    /** Makes others who change this file wait until the transaction ends, and returns whether it is listed; an update that changes nothing does so on every database. */
    static boolean lock(DSLContext sql, Id file) {
        return sql.update(RECORD_FILE)
                        .set(RECORD_FILE.CONTENT, RECORD_FILE.CONTENT)
                        .where(RECORD_FILE.ID.eq(file.toString()))
                        .execute()
                > 0;
    }

    /** Makes what a table says of one file be of another. */
    static void move(DSLContext sql, TableField<?, String> file, Id from, Id to) {
        sql.update(Objects.requireNonNull(file.getTable()))
                .set(file, to.toString())
                .where(file.eq(from.toString()))
                .execute();
    }

    private static void insert(DSLContext sql, List<FileCell> cells) {
        BulkInsert.into(
                sql,
                PROFILE_CELL,
                cells.stream()
                        .map(cell -> new ProfileCellRecord(
                                cell.file().toString(),
                                hour(cell.cell().hour()),
                                Texts.name(cell.cell().column()),
                                cell.cell().profile().toBytes()))
                        .toList());
    }

    private static long hour(Instant start) {
        return Duration.between(Instant.EPOCH, start).toHours();
    }
}
