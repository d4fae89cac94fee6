package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.wire.MonitorInstanceEntity;
import io.plumbline.dialects.openscale.wire.RecordsCount;
import io.plumbline.dialects.openscale.wire.RecordsCountExpansion;
import io.plumbline.dialects.openscale.wire.RecordsCountType;
import io.plumbline.domain.check.Backlog;
import io.plumbline.domain.model.Dataset.Kind;
import java.util.List;

/** How many records there are for a monitor, as it goes over the wire. */
final class RecordsCounts {
    private RecordsCounts() {}

    /** Puts the counts that are asked for into a monitor instance. */
    static void put(MonitorInstanceEntity.Builder entity, Backlog backlog, List<RecordsCountExpansion> expand) {
        if (expand.contains(RecordsCountExpansion.TOTAL_RECORDS)) {
            entity.totalRecords(count(backlog, backlog.total()));
        }
        if (expand.contains(RecordsCountExpansion.UNPROCESSED_RECORDS)) {
            entity.unprocessedRecords(count(backlog, backlog.unprocessed()));
        }
    }

    private static RecordsCount count(Backlog backlog, long count) {
        return RecordsCount.builder()
                .count(count)
                .type(backlog.kind() == Kind.LABELS ? RecordsCountType.FEEDBACK : RecordsCountType.PAYLOAD_LOGGING)
                .timestamp(backlog.processed().orElse(null))
                .build();
    }
}
