package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.INCIDENT;

import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.store.sql.generated.tables.records.IncidentRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** How incidents are stored. */
final class IncidentRows {
    private static final String OPEN = "";

    private IncidentRows() {}

    /** The open incidents of a monitor. */
    static List<Incident> open(DSLContext sql, Id monitor) {
        return sql.selectFrom(INCIDENT)
                .where(INCIDENT.MONITOR.eq(monitor.toString()))
                .and(INCIDENT.PLACE.eq(OPEN))
                .fetch(IncidentRows::incident);
    }

    static Condition wanted(Id organization, IncidentQuery query) {
        Condition wanted = INCIDENT.ORGANIZATION.eq(organization.toString());
        if (query.monitor().isPresent()) {
            wanted = wanted.and(INCIDENT.MONITOR.eq(query.monitor().get().toString()));
        }
        if (query.model().isPresent()) {
            wanted = wanted.and(INCIDENT.MODEL.eq(query.model().get().toString()));
        }
        if (query.state().isPresent()) {
            Condition open = INCIDENT.PLACE.eq(OPEN);
            wanted = wanted.and(query.state().get() == IncidentQuery.State.OPEN ? open : DSL.not(open));
        }
        return query.after()
                .map(after -> DSL.row(INCIDENT.OPENED_AT, INCIDENT.ID)
                        .lt(Times.micros(after.at()), after.id().toString()))
                .map(wanted::and)
                .orElse(wanted);
    }

    static void put(DSLContext sql, Incident incident) {
        IncidentRecord row = row(incident);
        sql.insertInto(INCIDENT)
                .set(row)
                .onConflict(INCIDENT.ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    private static IncidentRecord row(Incident incident) {
        String tags = FactsJson.tags(incident.tags());
        IncidentRecord row = new IncidentRecord();
        row.setId(incident.id().toString());
        row.setOrganization(incident.organization().toString());
        row.setProject(Columns.nullable(incident.project()));
        row.setMonitor(incident.monitor().toString());
        row.setModel(incident.model().toString());
        row.setMetric(Texts.name(incident.metric()));
        row.setTags(tags);
        row.setTagsDigest(digest(tags));
        row.setPlace(incident.isOpen() ? OPEN : incident.id().toString());
        row.setSide(incident.side().name());
        row.setLimitValue(incident.limit());
        row.setNumberValue(incident.value());
        row.setBreaches(incident.breaches());
        row.setGoodStreak(incident.goodStreak());
        row.setOpened(incident.opened().toString());
        row.setOpenedAt(Times.micros(incident.openedAt()));
        row.setLastAt(Times.micros(incident.lastAt()));
        row.setClosed(Columns.nullable(incident.closed()));
        row.setClosedAt(Times.micros(incident.closedAt()));
        return row;
    }

    /** Tags may be longer than an index takes. */
    private static String digest(String tags) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(tags.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Incident incident(IncidentRecord row) {
        return new Incident(
                Id.of(row.getId()),
                Id.of(row.getOrganization()),
                Columns.id(row.getProject()),
                Id.of(row.getMonitor()),
                Id.of(row.getModel()),
                row.getMetric(),
                FactsJson.tags(row.getTags()),
                Side.valueOf(row.getSide()),
                row.getLimitValue(),
                row.getNumberValue(),
                row.getBreaches(),
                row.getGoodStreak(),
                Id.of(row.getOpened()),
                Times.instant(row.getOpenedAt()),
                Times.instant(row.getLastAt()),
                Columns.id(row.getClosed()),
                Times.optional(row.getClosedAt()));
    }
}
