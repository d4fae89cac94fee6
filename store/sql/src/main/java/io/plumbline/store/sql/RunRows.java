package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.Owner;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.store.sql.generated.tables.records.RunRecord;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;

/** How runs lie in their table. */
final class RunRows {
    private RunRows() {}

    /** The columns that a change touches. */
    static Map<Field<?>, Object> changing(Run run) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(RUN.NAME, Texts.name(run.name()));
        columns.put(RUN.NOTE, run.note());
        columns.put(RUN.STATUS, run.status().name());
        columns.put(RUN.LIFECYCLE, run.lifecycle().name());
        columns.put(RUN.PARENT, Columns.nullable(run.parent()));
        ExperimentRows.putNullable(columns, RUN.ENDED_AT, Times.micros(run.endedAt()));
        columns.put(RUN.UPDATED_AT, Times.micros(run.updatedAt()));
        ExperimentRows.putNullable(columns, RUN.DELETED_AT, Times.micros(run.deletedAt()));
        return Columns.storable(columns);
    }

    static Map<Field<?>, Object> all(Run run, long number) {
        Map<Field<?>, Object> columns = changing(run);
        columns.put(RUN.RUN_NUMBER, number);
        columns.put(RUN.ID, run.id().toString());
        columns.put(RUN.ORGANIZATION, run.organization().toString());
        columns.put(RUN.EXPERIMENT, run.experimentNumber());
        columns.put(RUN.EXPERIMENT_ID, run.experiment().toString());
        columns.put(RUN.OWNER, run.owner().user().toString());
        columns.put(RUN.OWNER_NAME, Texts.storable(run.owner().name()));
        columns.put(RUN.CREATED_AT, Times.micros(run.createdAt()));
        columns.put(RUN.STARTED_AT, Times.micros(run.startedAt()));
        columns.put(RUN.BATCHES, 0L);
        columns.put(RUN.WAITING, 0);
        return columns;
    }

    static Run run(RunRecord row) {
        return new Run(
                Id.of(row.getId()),
                row.getRunNumber(),
                Id.of(row.getOrganization()),
                Id.of(row.getExperimentId()),
                row.getExperiment(),
                row.getName(),
                row.getNote(),
                RunStatus.valueOf(row.getStatus()),
                Lifecycle.valueOf(row.getLifecycle()),
                Columns.id(row.getParent()),
                new Owner(Id.of(row.getOwner()), row.getOwnerName()),
                Times.instant(row.getCreatedAt()),
                Times.instant(row.getStartedAt()),
                Times.optional(row.getEndedAt()),
                Times.instant(row.getUpdatedAt()),
                Times.optional(row.getDeletedAt()));
    }
}
