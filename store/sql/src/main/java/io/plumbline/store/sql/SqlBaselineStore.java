package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.BASELINE_PROFILE;
import static io.plumbline.store.sql.generated.Tables.BASELINE_PROFILES;

import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.baseline.BaselineStore;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.store.sql.generated.tables.records.BaselineProfileRecord;
import io.plumbline.store.sql.generated.tables.records.BaselineProfilesRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The profiles of baselines in a database. */
public final class SqlBaselineStore implements BaselineStore {
    private final Database database;
    private final Sketches sketches;

    /**
     * Those in this database.
     *
     * @param sketches reads the sketches of profiles
     */
    public SqlBaselineStore(Database database, Sketches sketches) {
        this.database = database;
        this.sketches = sketches;
    }

    @Override
    public Optional<BaselineProfiles> find(Id key) {
        return database.read(sql -> sql.selectFrom(BASELINE_PROFILES)
                .where(BASELINE_PROFILES.ID.eq(key.toString()))
                .fetchOptional(row ->
                        new BaselineProfiles(row.getLabel(), row.getRowCount(), row.getMadeFrom(), columns(sql, key))));
    }

    private SortedMap<String, Profile> columns(DSLContext sql, Id key) {
        SortedMap<String, Profile> columns = new TreeMap<>();
        sql.selectFrom(BASELINE_PROFILE)
                .where(BASELINE_PROFILE.BASELINE.eq(key.toString()))
                .forEach(row -> columns.put(row.getColumnName(), Profile.of(row.getProfile(), sketches)));
        return columns;
    }

    @Override
    public void put(Id key, BaselineProfiles profiles) {
        BaselineProfilesRecord head = new BaselineProfilesRecord();
        head.setId(key.toString());
        head.setLabel(Texts.storable(profiles.label()));
        head.setRowCount(profiles.rows());
        head.setMadeFrom(profiles.madeFrom());
        List<BaselineProfileRecord> rows = new ArrayList<>();
        profiles.columns().forEach((name, profile) -> {
            BaselineProfileRecord row = new BaselineProfileRecord();
            row.setBaseline(key.toString());
            row.setColumnName(Texts.name(name));
            row.setProfile(profile.toBytes());
            rows.add(row);
        });
        database.write(sql -> {
            // Makes others who keep the same wait until the transaction ends.
            sql.insertInto(BASELINE_PROFILES)
                    .set(head)
                    .onConflict(BASELINE_PROFILES.ID)
                    .doUpdate()
                    .set(head)
                    .execute();
            sql.deleteFrom(BASELINE_PROFILE)
                    .where(BASELINE_PROFILE.BASELINE.eq(key.toString()))
                    .execute();
            return sql.batchInsert(rows).execute().length;
        });
    }

    @Override
    public void remove(Id key) {
        database.write(sql -> sql.deleteFrom(BASELINE_PROFILES)
                .where(BASELINE_PROFILES.ID.eq(key.toString()))
                .execute());
    }
}
