package io.plumbline.store.sql;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Field.DatasetAttribute;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.store.sql.generated.tables.MetricSummary;
import io.plumbline.store.sql.generated.tables.Run;
import io.plumbline.store.sql.generated.tables.RunInput;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Which column or expression a field of a run is.
 *
 * @param heardOf running runs that changed before are unresponsive; microseconds since 1970-01-01T00:00:00Z
 */
record RunColumns(long heardOf) {
    static RunColumns at(Instant now, Duration silence) {
        return new RunColumns(Times.micros(now.minus(silence)));
    }

    Field<?> field(Run run, RunAttribute attribute) {
        return switch (attribute) {
            case ID -> run.ID;
            case NUMBER -> run.RUN_NUMBER;
            case NAME -> run.NAME;
            case NAME_OR_NOTE ->
                throw PlumblineException.invalid("sort", "runs are not put in order by name and note together");
            case STATUS -> status(run);
            case OWNER -> run.OWNER_NAME;
            case OWNER_USER -> run.OWNER;
            case PARENT -> run.PARENT;
            case CREATED_AT -> run.CREATED_AT;
            case STARTED_AT -> run.STARTED_AT;
            case ENDED_AT -> run.ENDED_AT;
            case UPDATED_AT -> run.UPDATED_AT;
            case DURATION -> run.ENDED_AT.minus(run.STARTED_AT);
        };
    }

    private Field<String> status(Run run) {
        return DSL.when(
                        run.STATUS.eq(RunStatus.RUNNING.name()).and(run.UPDATED_AT.lt(heardOf)),
                        DSL.inline(RunStatus.UNRESPONSIVE.name()))
                .otherwise(run.STATUS);
    }

    Field<Double> statistic(MetricSummary metric, MetricStatistic statistic) {
        return switch (statistic) {
            case LATEST -> metric.LATEST;
            case MIN -> metric.LEAST;
            case MAX -> metric.GREATEST;
            case MEAN -> metric.MEAN;
            case COUNT -> metric.POINT_COUNT.cast(Double.class);
            case STANDARD_DEVIATION -> standardDeviation(metric);
        };
    }

    private static Field<Double> standardDeviation(MetricSummary metric) {
        Field<Double> variance = metric.SQUARES.div(metric.FINITE_COUNT.minus(1L));
        return DSL.when(metric.FINITE_COUNT.gt(1L), DSL.sqrt(variance).cast(Double.class))
                .when(metric.FINITE_COUNT.eq(1L), DSL.inline(0d));
    }

    Field<String> field(RunInput input, DatasetAttribute attribute) {
        return switch (attribute) {
            case NAME -> input.NAME;
            case DIGEST -> input.DIGEST;
            case CONTEXT -> input.CONTEXT;
        };
    }
}
