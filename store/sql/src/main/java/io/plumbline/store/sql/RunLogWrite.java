package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.MetricSeries;
import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.store.sql.points.BatchCodec;
import io.plumbline.store.sql.points.SeriesBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What a run logs, made ready outside of the transaction, which others wait for. */
final class RunLogWrite {
    private final RunLog log;
    private final Map<String, MetricSummary> summaries;
    private final byte[] points;

    private RunLogWrite(RunLog log, Map<String, MetricSummary> summaries, byte[] points) {
        this.log = log;
        this.summaries = summaries;
        this.points = points;
    }

    /**
     * Makes it ready.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a text cannot be stored
     */
    static RunLogWrite of(RunLog log) {
        Map<String, MetricSeries> series = SeriesBuilder.byKey(log.points());
        series.keySet().forEach(Texts::storable);
        checkTexts(log.params());
        checkTexts(log.tags());
        Map<String, MetricSummary> summaries = new HashMap<>();
        log.points().forEach(point -> summaries.merge(point.key(), MetricSummary.of(point), MetricSummary::merge));
        return new RunLogWrite(log, summaries, series.isEmpty() ? new byte[0] : BatchCodec.encode(series));
    }

    private static void checkTexts(SortedMap<String, String> texts) {
        texts.forEach((key, value) -> {
            Texts.storable(key);
            Texts.storable(value);
        });
    }

    /** Writes it; the run's row was changed before. */
    void into(DSLContext sql, Run run) {
        writeParams(sql, run);
        writeTags(sql, run);
        if (!log.points().isEmpty()) {
            MetricHistory.append(sql, run.number(), points, log.points().size());
            Summaries.merge(sql, run, summaries);
        }
    }

    private void writeParams(DSLContext sql, Run run) {
        if (log.params().isEmpty()) {
            return;
        }
        SortedMap<String, String> added = new TreeMap<>(log.params());
        sql.select(RUN_PARAM.NAME, RUN_PARAM.VALUE)
                .from(RUN_PARAM)
                .where(RUN_PARAM.RUN.eq(run.number()))
                .and(RUN_PARAM.NAME.in(log.params().keySet()))
                .forEach(row -> requireSame(row.value1(), row.value2(), added.remove(row.value1())));
        added.forEach((key, value) -> sql.insertInto(RUN_PARAM)
                .set(RUN_PARAM.RUN, run.number())
                .set(RUN_PARAM.NAME, key)
                .set(RUN_PARAM.EXPERIMENT, run.experimentNumber())
                .set(RUN_PARAM.VALUE, value)
                .set(RUN_PARAM.BEGINNING, IndexedText.beginning(value))
                .set(RUN_PARAM.NUMBER_VALUE, IndexedText.number(value))
                .execute());
    }

    private static void requireSame(String key, String before, @Nullable String now) {
        if (!before.equals(now)) {
            throw PlumblineException.invalid(
                    "params",
                    "the param " + key + " has the value '" + before + "' already and cannot become '" + now + "'");
        }
    }

    private void writeTags(DSLContext sql, Run run) {
        log.tags()
                .forEach((key, value) -> sql.insertInto(RUN_TAG)
                        .set(RUN_TAG.RUN, run.number())
                        .set(RUN_TAG.NAME, key)
                        .set(RUN_TAG.EXPERIMENT, run.experimentNumber())
                        .set(RUN_TAG.VALUE, value)
                        .set(RUN_TAG.BEGINNING, IndexedText.beginning(value))
                        .onConflict(RUN_TAG.RUN, RUN_TAG.NAME)
                        .doUpdate()
                        .set(RUN_TAG.VALUE, value)
                        .set(RUN_TAG.BEGINNING, IndexedText.beginning(value))
                        .execute());
    }
}
