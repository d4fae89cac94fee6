package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MONITOR;
import static io.plumbline.store.sql.generated.Tables.MONITOR_PLAN;

import io.plumbline.domain.check.CheckStore.Planned;
import io.plumbline.domain.monitor.Monitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** When checks are due. A plan belongs to a revision of its monitor, so that a changed schedule is noticed without being told. */
final class Plans {
    private static final MonitorMapping MAPPING = new MonitorMapping();
    private static final HeaderColumns HEADER = new HeaderColumns(MONITOR);

    private final Database database;

    Plans(Database database) {
        this.database = database;
    }

    List<Monitor> unplanned(int limit) {
        return database.read(sql -> sql.select(MONITOR.fields())
                .from(MONITOR)
                .leftJoin(MONITOR_PLAN)
                .on(MONITOR_PLAN.MONITOR.eq(MONITOR.ID))
                .where(MONITOR_PLAN
                        .MONITOR
                        .isNull()
                        .and(MONITOR.SCHEDULE.isNotNull())
                        .or(MONITOR_PLAN.REVISION.ne(MONITOR.REVISION)))
                .orderBy(MONITOR.ID)
                .limit(limit)
                .fetchInto(MONITOR)
                .map(row -> MAPPING.resource(HEADER.header(row), row)));
    }

    /** Of two nodes that plan at once the later revision counts. */
    void plan(Monitor monitor, Optional<Instant> due) {
        long revision = monitor.header().revision();
        database.write(sql -> sql.insertInto(MONITOR_PLAN)
                .set(MONITOR_PLAN.MONITOR, monitor.id().toString())
                .set(MONITOR_PLAN.REVISION, revision)
                .set(MONITOR_PLAN.DUE_AT, Times.micros(due))
                .set(MONITOR_PLAN.MARKER, "")
                .onConflict(MONITOR_PLAN.MONITOR)
                .doUpdate()
                .set(MONITOR_PLAN.REVISION, revision)
                .set(MONITOR_PLAN.DUE_AT, Times.micros(due))
                .where(MONITOR_PLAN.REVISION.lt(revision))
                .execute());
    }

    List<Planned> due(Instant now, int limit) {
        return database.read(sql -> sql.select(MONITOR.fields())
                .select(MONITOR_PLAN.DUE_AT, MONITOR_PLAN.MARKER)
                .from(MONITOR_PLAN)
                .join(MONITOR)
                .on(MONITOR.ID.eq(MONITOR_PLAN.MONITOR))
                .and(MONITOR.REVISION.eq(MONITOR_PLAN.REVISION))
                .where(MONITOR_PLAN.DUE_AT.le(Times.micros(now)))
                .orderBy(MONITOR_PLAN.DUE_AT, MONITOR.ID)
                .limit(limit)
                .fetch(row -> new Planned(
                        MAPPING.resource(HEADER.header(row), row.into(MONITOR)),
                        Times.instant(row.get(MONITOR_PLAN.DUE_AT)),
                        row.get(MONITOR_PLAN.MARKER))));
    }

    /** Moves a plan on; false where another node has done so, or the monitor was changed. */
    static boolean move(DSLContext sql, Monitor monitor, Instant due, Instant next, String marker) {
        return sql.update(MONITOR_PLAN)
                        .set(MONITOR_PLAN.DUE_AT, Times.micros(next))
                        .set(MONITOR_PLAN.MARKER, marker)
                        .where(MONITOR_PLAN.MONITOR.eq(monitor.id().toString()))
                        .and(MONITOR_PLAN.REVISION.eq(monitor.header().revision()))
                        .and(MONITOR_PLAN.DUE_AT.eq(Times.micros(due)))
                        .execute()
                == 1;
    }
}
