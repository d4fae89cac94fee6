package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;

import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Run;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Keeps the summaries of metrics up to date. */
final class Summaries {
    private Summaries() {}

    /** Merges these into those of a run, whose row was changed before, so that nobody else does. */
    static void merge(DSLContext sql, Run run, Map<String, MetricSummary> summaries) {
        Map<String, MetricSummary> merged = new HashMap<>(summaries);
        forEach(
                sql,
                METRIC_SUMMARY.RUN.eq(run.number()).and(METRIC_SUMMARY.NAME.in(summaries.keySet())),
                (_, summary) -> merged.merge(summary.key(), summary, MetricSummary::merge));
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

    /** Reads those that meet a condition, by the number of their run and then by key. Rows are read from the driver, since jOOQ's take several times as long. */
    static void forEach(DSLContext sql, Condition which, BiConsumer<Long, MetricSummary> reader) {
        try (ResultSet rows = sql.selectFrom(METRIC_SUMMARY)
                .where(which)
                .orderBy(METRIC_SUMMARY.RUN, METRIC_SUMMARY.NAME)
                .fetchResultSet()) {
            while (rows.next()) {
                reader.accept(rows.getLong(1), summary(rows));
            }
        } catch (SQLException e) {
            throw new DataAccessException("cannot read summaries", e);
        }
    }

    private static MetricSummary summary(ResultSet row) throws SQLException {
        return new MetricSummary(
                row.getString(2),
                row.getLong(4),
                row.getLong(5),
                orNaN(row, 6),
                orNaN(row, 7),
                orNaN(row, 8),
                orNaN(row, 9),
                orNaN(row, 10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14));
    }

    private static double orNaN(ResultSet row, int place) throws SQLException {
        double value = row.getDouble(place);
        return value == 0 && row.wasNull() ? Double.NaN : value;
    }
}
