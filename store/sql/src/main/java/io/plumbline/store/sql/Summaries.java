package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;

import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Run;
import io.plumbline.store.sql.generated.tables.records.MetricSummaryRecord;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Keeps the summaries of metrics up to date. */
final class Summaries {
    private Summaries() {}

    /** Merges these into those of a run, whose row was changed before, so that nobody else does. */
    static void merge(DSLContext sql, Run run, Map<String, MetricSummary> summaries) {
        Map<String, MetricSummary> merged = new HashMap<>(summaries);
        sql.selectFrom(METRIC_SUMMARY)
                .where(METRIC_SUMMARY.RUN.eq(run.number()))
                .and(METRIC_SUMMARY.NAME.in(summaries.keySet()))
                .forEach(row -> merged.merge(row.getName(), summary(row), MetricSummary::merge));
        write(sql, run, merged.values());
    }

    /** A batch of the driver's: the most frequent write of all, and jOOQ's own takes several times as long. */
    private static void write(DSLContext sql, Run run, Collection<MetricSummary> summaries) {
        String upsert = upsert(sql);
        sql.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                for (MetricSummary summary : summaries) {
                    bind(statement, run, summary);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static String upsert(DSLContext sql) {
        return sql.renderNamedOrInlinedParams(sql.insertInto(METRIC_SUMMARY, METRIC_SUMMARY.fields())
                .values(Arrays.stream(METRIC_SUMMARY.fields())
                        .map(field -> DSL.field("?", field.getDataType()))
                        .toList())
                .onConflict(METRIC_SUMMARY.RUN, METRIC_SUMMARY.NAME)
                .doUpdate()
                .setAllToExcluded());
    }

    private static void bind(PreparedStatement statement, Run run, MetricSummary summary) throws SQLException {
        statement.setLong(1, run.number());
        statement.setString(2, summary.key());
        statement.setLong(3, run.experimentNumber());
        statement.setLong(4, summary.count());
        statement.setLong(5, summary.finite());
        bind(statement, 6, summary.min());
        bind(statement, 7, summary.max());
        bind(statement, 8, summary.mean());
        bind(statement, 9, summary.squares());
        bind(statement, 10, summary.latest());
        statement.setLong(11, summary.latestStep());
        statement.setLong(12, summary.latestMicros());
        statement.setLong(13, summary.firstStep());
        statement.setLong(14, summary.lastStep());
    }

    private static void bind(PreparedStatement statement, int place, double value) throws SQLException {
        if (Double.isNaN(value)) {
            statement.setNull(place, Types.DOUBLE);
        } else {
            statement.setDouble(place, value);
        }
    }

    static MetricSummary summary(MetricSummaryRecord row) {
        return new MetricSummary(
                row.getName(),
                row.getPointCount(),
                row.getFiniteCount(),
                orNaN(row.getLeast()),
                orNaN(row.getGreatest()),
                orNaN(row.getMean()),
                orNaN(row.getSquares()),
                orNaN(row.getLatest()),
                row.getLatestStep(),
                row.getLatestAt(),
                row.getFirstStep(),
                row.getLastStep());
    }

    private static double orNaN(@Nullable Double stored) {
        return stored == null ? Double.NaN : stored;
    }
}
