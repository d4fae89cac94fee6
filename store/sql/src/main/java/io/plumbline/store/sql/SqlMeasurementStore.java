package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.INCIDENT;
import static io.plumbline.store.sql.generated.Tables.MEASURED_TAG;
import static io.plumbline.store.sql.generated.Tables.MEASURED_VALUE;
import static io.plumbline.store.sql.generated.Tables.MEASUREMENT;
import static io.plumbline.store.sql.generated.Tables.MONITOR;

import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementQuery.Detail;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Series;
import io.plumbline.domain.measurement.SeriesQuery;
import io.plumbline.store.sql.generated.tables.records.MeasuredTagRecord;
import io.plumbline.store.sql.generated.tables.records.MeasuredValueRecord;
import io.plumbline.store.sql.generated.tables.records.MeasurementRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Measurements and incidents in a database. */
public final class SqlMeasurementStore implements MeasurementStore {
    private final Database database;

    /** Those in this database. */
    public SqlMeasurementStore(Database database) {
        this.database = database;
    }

    @Override
    public int append(List<Measurement> measurements, Judge judge) {
        List<Measurement> ordered = measurements.stream()
                .sorted(Comparator.comparing(Measurement::at))
                .toList();
        return database.write(sql -> {
            int kept = 0;
            for (Measurement measurement : ordered) {
                lock(sql, measurement.monitor());
                kept += append(sql, measurement, judge);
            }
            return kept;
        });
    }

    /** Makes others who append for this monitor wait until the transaction ends. */
    private static void lock(DSLContext sql, Id monitor) {
        sql.update(MONITOR)
                .set(MONITOR.DEFINITION, MONITOR.DEFINITION)
                .where(MONITOR.ID.eq(monitor.toString()))
                .execute();
    }

    private static int append(DSLContext sql, Measurement measurement, Judge judge) {
        boolean newest = !sql.fetchExists(
                MEASUREMENT,
                MEASUREMENT
                        .MONITOR
                        .eq(measurement.monitor().toString())
                        .and(MEASUREMENT.MEASURED_AT.gt(Times.micros(measurement.at()))));
        int added = sql.insertInto(MEASUREMENT)
                .set(MeasurementRows.row(measurement))
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            return 0;
        }
        insertReadings(sql, measurement);
        if (newest) {
            judge.judge(measurement, IncidentRows.open(sql, measurement.monitor()))
                    .forEach(incident -> IncidentRows.put(sql, incident));
        }
        return 1;
    }

    private static void insertReadings(DSLContext sql, Measurement measurement) {
        List<MeasuredValueRecord> values = new ArrayList<>();
        List<MeasuredTagRecord> tags = new ArrayList<>();
        for (int i = 0; i < measurement.readings().size(); i++) {
            values.add(MeasurementRows.value(measurement, i));
            tags.addAll(MeasurementRows.tags(measurement, i));
        }
        BulkInsert.into(sql, MEASURED_VALUE, values);
        BulkInsert.into(sql, MEASURED_TAG, tags);
    }

    @Override
    public Optional<Measurement> find(Id organization, Id id) {
        Condition wanted = MEASUREMENT.ORGANIZATION.eq(organization.toString()).and(MEASUREMENT.ID.eq(id.toString()));
        return database.read(sql -> {
            List<MeasurementRecord> found =
                    sql.selectFrom(MEASUREMENT).where(wanted).fetch();
            return complete(sql, found, List.of(), Detail.WITH_EVIDENCE).stream()
                    .findFirst();
        });
    }

    private static List<Measurement> complete(
            DSLContext sql,
            List<MeasurementRecord> rows,
            List<io.plumbline.domain.measurement.TagCondition> conditions,
            Detail detail) {
        List<String> ids = rows.stream().map(MeasurementRecord::getId).toList();
        Map<String, List<Reading>> readings = sql
                .selectFrom(MEASURED_VALUE)
                .where(MEASURED_VALUE.MEASUREMENT.in(ids))
                .and(TagConditions.all(conditions))
                .orderBy(MEASURED_VALUE.MEASUREMENT, MEASURED_VALUE.ORDINAL)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getMeasurement(),
                        Collectors.mapping(MeasurementRows::reading, Collectors.toList())));
        return rows.stream()
                .map(row -> MeasurementRows.measurement(
                        row, readings.getOrDefault(row.getId(), List.of()), evidence(row, detail)))
                .toList();
    }

    private static List<Evidence> evidence(MeasurementRecord row, Detail detail) {
        return detail == Detail.WITH_EVIDENCE ? MeasurementRows.evidence(row.getEvidence()) : List.of();
    }

    @Override
    public List<Measurement> list(Id organization, Id monitor, MeasurementQuery query) {
        Condition wanted = wanted(organization, monitor, query);
        return database.read(sql -> {
            List<MeasurementRecord> rows = sql.selectFrom(MEASUREMENT)
                    .where(wanted)
                    .orderBy(MEASUREMENT.MEASURED_AT.desc(), MEASUREMENT.ID.desc())
                    .limit(query.limit())
                    .offset(query.offset())
                    .fetch();
            return complete(sql, rows, query.conditions(), query.evidence());
        });
    }

    private static Condition wanted(Id organization, Id monitor, MeasurementQuery query) {
        Condition wanted =
                MEASUREMENT.ORGANIZATION.eq(organization.toString()).and(MEASUREMENT.MONITOR.eq(monitor.toString()));
        if (query.from().isPresent()) {
            wanted = wanted.and(
                    MEASUREMENT.MEASURED_AT.ge(Times.micros(query.from().get())));
        }
        if (query.until().isPresent()) {
            wanted = wanted.and(
                    MEASUREMENT.MEASURED_AT.lt(Times.micros(query.until().get())));
        }
        if (!query.checks().isEmpty()) {
            wanted = wanted.and(MEASUREMENT.CHECK_ID.in(
                    query.checks().stream().map(Id::toString).toList()));
        }
        return wanted.and(tagged(query)).and(behind(query));
    }

    private static Condition tagged(MeasurementQuery query) {
        return query.conditions().isEmpty()
                ? DSL.noCondition()
                : DSL.exists(DSL.selectOne()
                        .from(MEASURED_VALUE)
                        .where(MEASURED_VALUE.MEASUREMENT.eq(MEASUREMENT.ID))
                        .and(TagConditions.all(query.conditions())));
    }

    private static Condition behind(MeasurementQuery query) {
        return query.after()
                .map(after -> DSL.row(MEASUREMENT.MEASURED_AT, MEASUREMENT.ID)
                        .lt(Times.micros(after.at()), after.id().toString()))
                .orElse(DSL.noCondition());
    }

    @Override
    public List<Measurement> latest(Id organization, List<Id> monitors, MeasurementQuery query) {
        return monitors.stream()
                .flatMap(monitor -> list(organization, monitor, query).stream())
                .toList();
    }

    @Override
    public Series series(Id organization, Id monitor, SeriesQuery query) {
        return database.read(sql -> new SeriesSql(query).series(sql, organization, monitor));
    }

    @Override
    public Optional<Incident> incident(Id organization, Id id) {
        return database.read(sql -> sql.selectFrom(INCIDENT)
                .where(INCIDENT.ORGANIZATION.eq(organization.toString()))
                .and(INCIDENT.ID.eq(id.toString()))
                .fetchOptional(IncidentRows::incident));
    }

    @Override
    public List<Incident> incidents(Id organization, IncidentQuery query) {
        Condition wanted = IncidentRows.wanted(organization, query);
        return database.read(sql -> sql.selectFrom(INCIDENT)
                .where(wanted)
                .orderBy(INCIDENT.OPENED_AT.desc(), INCIDENT.ID.desc())
                .limit(query.limit())
                .fetch(IncidentRows::incident));
    }
}
