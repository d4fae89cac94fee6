package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.PREFERENCE;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.preference.Preferences;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Preferences of users in a database. Those of a user that is not known are refused as not found. */
public final class SqlPreferences implements Preferences {
    private final Database database;

    /** Those in this database. */
    public SqlPreferences(Database database) {
        this.database = database;
    }

    @Override
    public SortedMap<String, Document> all(Id user) {
        SortedMap<String, Document> all = new TreeMap<>();
        database.read(sql -> sql.selectFrom(PREFERENCE).where(of(user)).fetch())
                .forEach(row -> all.put(row.getName(), new Document(row.getDocument())));
        return all;
    }

    @Override
    public Optional<Document> find(Id user, String key) {
        if (!Texts.isName(key)) {
            return Optional.empty();
        }
        return database.read(sql ->
                sql.selectFrom(PREFERENCE).where(of(user, key)).fetchOptional(row -> new Document(row.getDocument())));
    }

    @Override
    public void put(Id user, String key, Document value) {
        database.write(sql -> {
            Users.lock(sql, user);
            return insert(sql, user, key, value);
        });
    }

    @Override
    public void replaceAll(Id user, SortedMap<String, Document> values) {
        database.write(sql -> {
            Users.lock(sql, user);
            sql.deleteFrom(PREFERENCE).where(of(user)).execute();
            values.forEach((key, value) -> insert(sql, user, key, value));
            return values.size();
        });
    }

    private static int insert(DSLContext sql, Id user, String key, Document value) {
        String document = Texts.storable(value.json());
        return sql.insertInto(PREFERENCE)
                .set(PREFERENCE.USER_ACCOUNT, user.toString())
                .set(PREFERENCE.NAME, Texts.name(key))
                .set(PREFERENCE.DOCUMENT, document)
                .onConflict(PREFERENCE.USER_ACCOUNT, PREFERENCE.NAME)
                .doUpdate()
                .set(PREFERENCE.DOCUMENT, document)
                .execute();
    }

    @Override
    public boolean remove(Id user, String key) {
        if (!Texts.isName(key)) {
            return false;
        }
        return database.write(
                sql -> sql.deleteFrom(PREFERENCE).where(of(user, key)).execute() == 1);
    }

    private static Condition of(Id user) {
        return PREFERENCE.USER_ACCOUNT.eq(user.toString());
    }

    private static Condition of(Id user, String key) {
        return of(user).and(PREFERENCE.NAME.eq(key));
    }
}
