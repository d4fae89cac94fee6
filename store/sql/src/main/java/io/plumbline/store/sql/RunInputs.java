package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN_INPUT;

import io.plumbline.domain.experiment.DatasetInput;
import io.plumbline.domain.experiment.Run;
import io.plumbline.store.sql.generated.tables.records.RunInputRecord;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;

/** How data that runs read lie in their table. */
final class RunInputs {
    private RunInputs() {}

    static Map<Field<?>, Object> row(Run run, DatasetInput input, int ordinal) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(RUN_INPUT.RUN, run.number());
        columns.put(RUN_INPUT.NAME, input.name());
        columns.put(RUN_INPUT.DIGEST, input.digest());
        columns.put(RUN_INPUT.ORDINAL, ordinal);
        columns.put(RUN_INPUT.EXPERIMENT, run.experimentNumber());
        columns.put(RUN_INPUT.CONTEXT, input.context());
        columns.put(RUN_INPUT.SOURCE_TYPE, input.sourceType());
        columns.put(RUN_INPUT.SOURCE, input.source());
        columns.put(RUN_INPUT.COLUMNS, input.schema());
        columns.put(RUN_INPUT.PROFILE, input.profile());
        columns.put(RUN_INPUT.TAGS, TagsJson.write(input.tags()));
        return Columns.storable(columns);
    }

    static DatasetInput input(RunInputRecord row) {
        return new DatasetInput(
                row.getName(),
                row.getDigest(),
                row.getContext(),
                row.getSourceType(),
                row.getSource(),
                row.getColumns(),
                row.getProfile(),
                TagsJson.read(row.getTags()));
    }
}
