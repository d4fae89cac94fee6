package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_BATCH;
import static io.plumbline.store.sql.generated.Tables.METRIC_BLOCK;
import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.experiment.MetricRange;
import io.plumbline.domain.experiment.MetricSeries;
import io.plumbline.store.sql.points.BatchCodec;
import io.plumbline.store.sql.points.PointCodec;
import io.plumbline.store.sql.points.SeriesBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/**
 * The history of metrics. A request becomes one row of a batch. When {@value #MOST_WAITING} batches of a run wait, they are sorted into a block
 * per metric; when {@value #MOST_ALIKE} blocks of a metric are of one size class, they are gathered into one of the next. So a point is written a
 * few times in all, and a long history lies in few rows.
 */
final class MetricHistory {
    private static final int MOST_WAITING = 64;
    private static final int MOST_ALIKE = 16;
    private static final int LARGEST_CLASS = 3;

    private MetricHistory() {}

    /** Adds a batch. The run's row was changed before, so that nobody else does. */
    static void append(DSLContext sql, long run, byte[] payload, int points) {
        Record2<Long, Integer> counts = sql.update(RUN)
                .set(RUN.BATCHES, RUN.BATCHES.plus(1))
                .set(RUN.WAITING, RUN.WAITING.plus(1).mod(MOST_WAITING))
                .where(RUN.RUN_NUMBER.eq(run))
                .returningResult(RUN.BATCHES, RUN.WAITING)
                .fetchSingle();
        long batch = counts.value1();
        sql.insertInto(METRIC_BATCH)
                .set(METRIC_BATCH.RUN, run)
                .set(METRIC_BATCH.BATCH, batch)
                .set(METRIC_BATCH.POINTS, points)
                .set(METRIC_BATCH.PAYLOAD, payload)
                .execute();
        if (counts.value2() == 0) {
            sort(sql, run, batch);
        }
    }

    private static void sort(DSLContext sql, long run, long lastBatch) {
        Map<String, List<MetricSeries>> byKey = new TreeMap<>();
        sql.selectFrom(METRIC_BATCH)
                .where(METRIC_BATCH.RUN.eq(run))
                .orderBy(METRIC_BATCH.BATCH)
                .forEach(row -> BatchCodec.decode(row.getPayload())
                        .forEach((key, series) -> byKey.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(series)));
        byKey.forEach((key, series) -> write(sql, run, key, lastBatch, 0, SeriesBuilder.merge(series)));
        sql.deleteFrom(METRIC_BATCH).where(METRIC_BATCH.RUN.eq(run)).execute();
        for (int sizeClass = 0; sizeClass < LARGEST_CLASS; sizeClass++) {
            gather(sql, run, sizeClass);
        }
    }

    private static void write(DSLContext sql, long run, String key, long block, int sizeClass, MetricSeries series) {
        sql.insertInto(METRIC_BLOCK)
                .set(METRIC_BLOCK.RUN, run)
                .set(METRIC_BLOCK.NAME, key)
                .set(METRIC_BLOCK.BLOCK, block)
                .set(METRIC_BLOCK.SIZE_CLASS, sizeClass)
                .set(METRIC_BLOCK.POINTS, series.size())
                .set(METRIC_BLOCK.FIRST_STEP, series.steps()[0])
                .set(METRIC_BLOCK.LAST_STEP, series.steps()[series.size() - 1])
                .set(METRIC_BLOCK.PAYLOAD, PointCodec.encode(series))
                .execute();
    }

    private static void gather(DSLContext sql, long run, int sizeClass) {
        sql.select(METRIC_BLOCK.NAME)
                .from(METRIC_BLOCK)
                .where(METRIC_BLOCK.RUN.eq(run))
                .and(METRIC_BLOCK.SIZE_CLASS.eq(sizeClass))
                .groupBy(METRIC_BLOCK.NAME)
                .having(DSL.count().ge(MOST_ALIKE))
                .fetch(METRIC_BLOCK.NAME)
                .forEach(key -> gather(sql, run, key, sizeClass));
    }

    private static void gather(DSLContext sql, long run, String key, int sizeClass) {
        List<Long> blocks = new ArrayList<>();
        List<MetricSeries> series = new ArrayList<>();
        sql.select(METRIC_BLOCK.BLOCK, METRIC_BLOCK.PAYLOAD)
                .from(METRIC_BLOCK)
                .where(METRIC_BLOCK.RUN.eq(run))
                .and(METRIC_BLOCK.NAME.eq(key))
                .and(METRIC_BLOCK.SIZE_CLASS.eq(sizeClass))
                .orderBy(METRIC_BLOCK.BLOCK)
                .forEach((Record2<Long, byte[]> row) -> {
                    blocks.add(row.value1());
                    series.add(PointCodec.decode(row.value2()));
                });
        sql.deleteFrom(METRIC_BLOCK)
                .where(METRIC_BLOCK.RUN.eq(run))
                .and(METRIC_BLOCK.NAME.eq(key))
                .and(METRIC_BLOCK.BLOCK.in(blocks))
                .execute();
        write(sql, run, key, blocks.getLast(), sizeClass + 1, SeriesBuilder.merge(series));
    }

    /** The points of a metric within a range of steps. */
    static MetricSeries read(DSLContext sql, long run, String key, MetricRange range) {
        List<MetricSeries> parts = new ArrayList<>();
        sql.select(METRIC_BLOCK.PAYLOAD)
                .from(METRIC_BLOCK)
                .where(METRIC_BLOCK.RUN.eq(run))
                .and(METRIC_BLOCK.NAME.eq(key))
                .and(METRIC_BLOCK.LAST_STEP.ge(range.firstStep()))
                .and(METRIC_BLOCK.FIRST_STEP.le(range.lastStep()))
                .orderBy(METRIC_BLOCK.BLOCK)
                .forEach(row -> parts.add(PointCodec.decode(row.value1())));
        sql.select(METRIC_BATCH.PAYLOAD)
                .from(METRIC_BATCH)
                .where(METRIC_BATCH.RUN.eq(run))
                .orderBy(METRIC_BATCH.BATCH)
                .forEach(row -> BatchCodec.decode(row.value1(), key).ifPresent(parts::add));
        return SeriesBuilder.between(SeriesBuilder.merge(parts), range.firstStep(), range.lastStep());
    }
}
