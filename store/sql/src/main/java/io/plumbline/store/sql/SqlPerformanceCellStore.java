package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.PERFORMANCE_CELL;
import static io.plumbline.store.sql.generated.Tables.PERFORMANCE_SERIES;

import io.plumbline.domain.performance.PerformanceCell;
import io.plumbline.domain.performance.PerformanceCellStore;
import io.plumbline.domain.performance.PerformanceSeries;
import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.record.RecordGeneration;
import io.plumbline.store.sql.generated.tables.records.PerformanceCellRecord;
import io.plumbline.store.sql.generated.tables.records.PerformanceSeriesRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Cells of performance in a database. */
public final class SqlPerformanceCellStore implements PerformanceCellStore {
    /** So many hours of one statement. */
    private static final int HOURS = 500;

    private final Database database;

    /** Those in this database. */
    public SqlPerformanceCellStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<PerformanceSeries> find(Owner owner) {
        return database.read(sql -> sql.selectFrom(PERFORMANCE_SERIES)
                .where(isOf(owner))
                .fetchOptional(row -> new PerformanceSeries(
                        owner, row.getSubject(), GenerationJson.read(row.getMadeFrom()), row.getRevision())));
    }

    private static Condition isOf(Owner owner) {
        return PERFORMANCE_SERIES.MONITOR.eq(owner.monitor().toString()).and(PERFORMANCE_SERIES.PART.eq(owner.part()));
    }

    private static Condition isCellOf(Owner owner) {
        return PERFORMANCE_CELL.MONITOR.eq(owner.monitor().toString()).and(PERFORMANCE_CELL.PART.eq(owner.part()));
    }

    @Override
    public Optional<PerformanceSeries> begin(
            Owner owner, String subject, RecordGeneration madeFrom, Optional<PerformanceSeries> before) {
        long revision = before.map(PerformanceSeries::revision).orElse(0L) + 1;
        PerformanceSeries begun = new PerformanceSeries(owner, subject, madeFrom, revision);
        return database.write(sql -> {
            boolean alone = before.isEmpty() ? insert(sql, begun) : update(sql, begun);
            if (!alone) {
                return Optional.<PerformanceSeries>empty();
            }
            sql.deleteFrom(PERFORMANCE_CELL).where(isCellOf(owner)).execute();
            return Optional.of(begun);
        });
    }

    private static boolean insert(DSLContext sql, PerformanceSeries series) {
        return sql.insertInto(PERFORMANCE_SERIES)
                        .set(row(series))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Unless it is not at the revision before any more. */
    private static boolean update(DSLContext sql, PerformanceSeries series) {
        return sql.update(PERFORMANCE_SERIES)
                        .set(row(series))
                        .where(isOf(series.owner()))
                        .and(PERFORMANCE_SERIES.REVISION.eq(series.revision() - 1))
                        .execute()
                == 1;
    }

    private static PerformanceSeriesRecord row(PerformanceSeries series) {
        PerformanceSeriesRecord row = new PerformanceSeriesRecord();
        row.setMonitor(series.owner().monitor().toString());
        row.setPart(series.owner().part());
        row.setSubject(series.subject());
        row.setRevision(series.revision());
        row.setMadeFrom(GenerationJson.write(series.madeFrom()));
        return row;
    }

    @Override
    public Optional<PerformanceSeries> advance(
            PerformanceSeries series, RecordGeneration madeFrom, SortedSet<Long> changed) {
        PerformanceSeries next =
                new PerformanceSeries(series.owner(), series.subject(), madeFrom, series.revision() + 1);
        List<Long> hours = List.copyOf(changed);
        return database.write(sql -> {
            if (!update(sql, next)) {
                return Optional.<PerformanceSeries>empty();
            }
            for (int from = 0; from < hours.size(); from += HOURS) {
                sql.deleteFrom(PERFORMANCE_CELL)
                        .where(isCellOf(series.owner()))
                        .and(PERFORMANCE_CELL.UTC_HOUR.in(hours.subList(from, Math.min(from + HOURS, hours.size()))))
                        .execute();
            }
            return Optional.of(next);
        });
    }

    @Override
    public Optional<List<PerformanceCell>> cells(PerformanceSeries series, long fromHour, long untilHour, int limit) {
        return database.read(sql -> {
            List<PerformanceCell> cells = sql.selectFrom(PERFORMANCE_CELL)
                    .where(isCellOf(series.owner()))
                    .and(PERFORMANCE_CELL.UTC_HOUR.ge(fromHour))
                    .and(PERFORMANCE_CELL.UTC_HOUR.lt(untilHour))
                    .orderBy(PERFORMANCE_CELL.UTC_HOUR)
                    .limit(limit)
                    .fetch(row -> new PerformanceCell(row.getUtcHour(), CellBytes.read(row.getProfiles())));
            // Looked at afterwards: whatever came in between came with another revision.
            return isCurrent(sql, series) ? Optional.of(cells) : Optional.empty();
        });
    }

    private static boolean isCurrent(DSLContext sql, PerformanceSeries series) {
        return sql.fetchExists(
                PERFORMANCE_SERIES, isOf(series.owner()).and(PERFORMANCE_SERIES.REVISION.eq(series.revision())));
    }

    @Override
    public boolean put(PerformanceSeries series, List<PerformanceCell> cells) {
        List<PerformanceCellRecord> rows = new ArrayList<>();
        cells.forEach(cell -> rows.add(row(series, cell)));
        return database.write(sql -> {
            if (!lock(sql, series)) {
                return false;
            }
            rows.forEach(row -> sql.insertInto(PERFORMANCE_CELL)
                    .set(row)
                    .onConflictDoNothing()
                    .execute());
            return true;
        });
    }

    /** Makes others who bring it up to date wait until the transaction ends; an update that changes nothing does so on every database. */
    private static boolean lock(DSLContext sql, PerformanceSeries series) {
        return sql.update(PERFORMANCE_SERIES)
                        .set(PERFORMANCE_SERIES.REVISION, PERFORMANCE_SERIES.REVISION)
                        .where(isOf(series.owner()))
                        .and(PERFORMANCE_SERIES.REVISION.eq(series.revision()))
                        .execute()
                == 1;
    }

    private static PerformanceCellRecord row(PerformanceSeries series, PerformanceCell cell) {
        PerformanceCellRecord row = new PerformanceCellRecord();
        row.setMonitor(series.owner().monitor().toString());
        row.setPart(series.owner().part());
        row.setUtcHour(cell.hour());
        row.setProfiles(CellBytes.write(cell.profiles()));
        return row;
    }
}
