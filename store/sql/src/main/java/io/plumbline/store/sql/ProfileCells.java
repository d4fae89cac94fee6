package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.PROFILE_CELL;
import static io.plumbline.store.sql.generated.Tables.RECORD_FILE;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.measures.profile.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * The profiles of hours of a dataset.
 *
 * @param fromHour since 1970-01-01T00:00Z
 * @param untilHour the hour before which
 */
record ProfileCells(Id dataset, OptionalLong fromHour, OptionalLong untilHour) {

    /** Read from the driver and in the order in which they lie: jOOQ's rows, and sorting rows with profiles in them, take several times as long. */
    List<ProfileCell> read(DSLContext sql, Function<byte[], Profile> reader) {
        List<ProfileCell> cells = new ArrayList<>();
        try (ResultSet rows = sql.select(PROFILE_CELL.UTC_HOUR, PROFILE_CELL.COLUMN_NAME, PROFILE_CELL.PROFILE)
                .from(PROFILE_CELL)
                .join(RECORD_FILE)
                .on(RECORD_FILE.ID.eq(PROFILE_CELL.FILE))
                .where(wanted())
                .fetchResultSet()) {
            while (rows.next()) {
                Instant hour = Instant.EPOCH.plus(Duration.ofHours(rows.getLong(1)));
                cells.add(new ProfileCell(rows.getString(2), hour, reader.apply(rows.getBytes(3))));
            }
        } catch (SQLException e) {
            throw new DataAccessException("cannot read profiles", e);
        }
        return cells;
    }

    private Condition wanted() {
        Condition wanted = RECORD_FILE.DATASET.eq(dataset.toString());
        if (fromHour.isPresent()) {
            wanted = wanted.and(PROFILE_CELL.UTC_HOUR.ge(fromHour.getAsLong()));
        }
        if (untilHour.isPresent()) {
            wanted = wanted.and(PROFILE_CELL.UTC_HOUR.lt(untilHour.getAsLong()));
        }
        return wanted;
    }
}
