package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.PACKED_SUMMARIES;
import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Run;
import io.plumbline.store.sql.points.SummaryCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The summaries of runs that are over, a row a run. They say after how many batches of points they were made, so that one which is out of date is not
 * read.
 */
final class PackedSummaries {
    /** More metrics than these are not packed: it would take too long while others wait to write. */
    static final int MOST = 2_000;

    private static final Condition CURRENT =
            PACKED_SUMMARIES.RUN.eq(RUN.RUN_NUMBER).and(PACKED_SUMMARIES.BATCHES.eq(RUN.BATCHES));

    private PackedSummaries() {}

    /** Packs those of a run that is over, where they are not yet. The run's row was changed before, so that nobody else logs to it. */
    static void keep(DSLContext sql, Run run) {
        if (run.status().isOver() && !isCurrent(sql, run) && isPackable(sql, run)) {
            List<MetricSummary> summaries = new ArrayList<>();
            Summaries.forEach(sql, METRIC_SUMMARY.RUN.eq(run.number()), (_, summary) -> summaries.add(summary));
            write(sql, run, SummaryCodec.encode(summaries));
        }
    }

    private static boolean isPackable(DSLContext sql, Run run) {
        int metrics = sql.fetchCount(sql.selectOne()
                .from(METRIC_SUMMARY)
                .where(METRIC_SUMMARY.RUN.eq(run.number()))
                .limit(MOST + 1));
        return metrics > 0 && metrics <= MOST;
    }

    private static boolean isCurrent(DSLContext sql, Run run) {
        return sql.fetchExists(
                sql.selectOne().from(PACKED_SUMMARIES).join(RUN).on(CURRENT).where(RUN.RUN_NUMBER.eq(run.number())));
    }

    private static void write(DSLContext sql, Run run, byte[] payload) {
        sql.deleteFrom(PACKED_SUMMARIES)
                .where(PACKED_SUMMARIES.RUN.eq(run.number()))
                .execute();
        sql.insertInto(PACKED_SUMMARIES)
                .columns(PACKED_SUMMARIES.RUN, PACKED_SUMMARIES.BATCHES, PACKED_SUMMARIES.PAYLOAD)
                .select(sql.select(RUN.RUN_NUMBER, RUN.BATCHES, DSL.val(payload))
                        .from(RUN)
                        .where(RUN.RUN_NUMBER.eq(run.number())))
                .execute();
    }

    /** The summaries of these runs by number, each by key; of those that are not packed from their rows. */
    static Map<Long, List<MetricSummary>> read(DSLContext sql, Collection<Long> runs) {
        Map<Long, List<MetricSummary>> summaries = new HashMap<>();
        sql.select(PACKED_SUMMARIES.RUN, PACKED_SUMMARIES.PAYLOAD)
                .from(PACKED_SUMMARIES)
                .join(RUN)
                .on(CURRENT)
                .where(PACKED_SUMMARIES.RUN.in(runs))
                .forEach(row -> summaries.put(row.value1(), SummaryCodec.decode(row.value2())));
        List<Long> others =
                runs.stream().filter(run -> !summaries.containsKey(run)).toList();
        if (!others.isEmpty()) {
            Summaries.forEach(
                    sql,
                    METRIC_SUMMARY.RUN.in(others),
                    (run, summary) -> summaries
                            .computeIfAbsent(run, _ -> new ArrayList<>())
                            .add(summary));
        }
        return summaries;
    }
}
