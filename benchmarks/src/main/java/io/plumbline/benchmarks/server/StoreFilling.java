package io.plumbline.benchmarks.server;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.duckdb.record.DuckDbRecordEngine;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.server.serve.Records;
import io.plumbline.sketches.DataSketches;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.Parts;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlIdentities;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Fills a data set through the store's own code while no server runs on its folder, because sending millions of rows as JSON takes longer than asking about
 * them. Event times are spread over four days, each up to a minute late.
 */
final class StoreFilling {
    private static final int BATCH = 10_000;
    private static final long START_MICROS = 1_767_225_600_000_000L;
    private static final long SPAN_MICROS = 4L * 24 * 3600 * 1_000_000;
    private static final int MOST_LATE_MICROS = 60_000_000;
    private static final int RETRY_MILLIS = 50;

    private final Random chance = new Random(7);
    private final long rows;

    StoreFilling(long rows) {
        this.rows = rows;
    }

    /** The id of a record. */
    static String recordId(long row) {
        return Long.toHexString(row / 1000 * 0x9E3779B97F4A7C15L) + "-" + row % 1000;
    }

    /** Puts the records in, and merges small files. */
    void fill(Path data, RegisteredModel model) throws IOException, InterruptedException {
        Id dataset = WireId.read("data set", model.dataSet());
        Ids ids = Ids.of(InstantSource.system(), new SecureRandom());
        Database database = Database.sqlite(data.resolve("plumbline.db"));
        try (DuckDbRecordEngine engine =
                DuckDbRecordEngine.start(DuckDbSettings.ofMachine().withScratch(data))) {
            Parts parts = Records.parts(database, new SqlIdentities(database), engine, new DataSketches(), ids);
            try (LoggedRecordStore store =
                    LoggedRecordStore.open(data, StoreSettings.defaults(), parts, InstantSource.system())) {
                for (long first = 0; first < rows; first += BATCH) {
                    append(store, dataset, first, (int) Math.min(BATCH, rows - first));
                }
                store.compact(dataset);
            }
        } finally {
            database.close();
        }
    }

    private void append(LoggedRecordStore store, Id dataset, long first, int size) throws InterruptedException {
        RecordBatch batch = batch(first, size);
        while (true) {
            try {
                store.append(dataset, "filled-" + first, batch);
                return;
            } catch (PlumblineException e) {
                if (!(e.failure() instanceof Failure.Busy)) {
                    throw e;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private RecordBatch batch(long first, int size) {
        String[] ids = new String[size];
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            ids[i] = recordId(first + i);
            times[i] = START_MICROS + SPAN_MICROS / rows * (first + i) + chance.nextInt(MOST_LATE_MICROS);
        }
        List<BatchColumn> columns = new ArrayList<>();
        Features.NUMBERS.forEach(name -> columns.add(numbers(name, size)));
        Features.TEXTS.forEach(name -> columns.add(texts(name, size)));
        return new RecordBatch(ids, times, Optional.empty(), columns);
    }

    private BatchColumn numbers(String name, int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> Features.number(chance));
        return new BatchColumn.Numbers(name, values, new BitSet());
    }

    private BatchColumn texts(String name, int size) {
        String[] values = new String[size];
        Arrays.setAll(values, i -> Features.category(chance));
        return new BatchColumn.Texts(name, ValueType.TEXT, values, new BitSet());
    }
}
