package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.API_KEY;
import static io.plumbline.store.sql.generated.Tables.ORGANIZATION;
import static io.plumbline.store.sql.generated.Tables.USER_ACCOUNT;
import static io.plumbline.store.sql.generated.Tables.USER_GRANT;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.identity.User;
import io.plumbline.store.sql.generated.tables.records.ApiKeyRecord;
import io.plumbline.store.sql.generated.tables.records.OrganizationRecord;
import io.plumbline.store.sql.generated.tables.records.UserAccountRecord;
import io.plumbline.store.sql.generated.tables.records.UserGrantRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Organizations, users, keys and grants in a database. */
public final class SqlIdentities implements Identities {
    private final Database database;

    /** Those in this database. */
    public SqlIdentities(Database database) {
        this.database = database;
    }

    @Override
    public void addOrganization(Organization organization) {
        int added = database.write(sql -> sql.insertInto(ORGANIZATION)
                .set(ORGANIZATION.ID, organization.id().toString())
                .set(ORGANIZATION.NAME, Texts.name(organization.name()))
                .set(ORGANIZATION.CREATED_AT, Times.micros(organization.createdAt()))
                .onConflictDoNothing()
                .execute());
        requireAdded(added, "organization", organization.name());
    }

    @Override
    public Optional<Organization> organization(Id id) {
        return database.read(sql -> sql.selectFrom(ORGANIZATION)
                .where(ORGANIZATION.ID.eq(id.toString()))
                .fetchOptional(SqlIdentities::organization));
    }

    @Override
    public List<Organization> organizations() {
        return database.read(sql -> sql.selectFrom(ORGANIZATION)
                .orderBy(ORGANIZATION.CREATED_AT, ORGANIZATION.ID)
                .fetch(SqlIdentities::organization));
    }

    @Override
    public void addUser(User user, List<Grant> grants) {
        int added = database.write(sql -> {
            if (!sql.fetchExists(
                    ORGANIZATION, ORGANIZATION.ID.eq(user.organization().toString()))) {
                throw PlumblineException.notFound("organization", user.organization());
            }
            int inserted = insert(sql, user);
            if (inserted == 1) {
                insert(sql, user.id(), grants);
            }
            return inserted;
        });
        requireAdded(added, "user", user.name());
    }

    private static int insert(DSLContext sql, User user) {
        return sql.insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.ID, user.id().toString())
                .set(USER_ACCOUNT.ORGANIZATION, user.organization().toString())
                .set(USER_ACCOUNT.NAME, Texts.name(user.name()))
                .set(USER_ACCOUNT.PASSWORD_HASH, user.passwordHash().orElse(null))
                .set(USER_ACCOUNT.CREATED_AT, Times.micros(user.createdAt()))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public Optional<User> user(Id id) {
        return database.read(sql -> sql.selectFrom(USER_ACCOUNT)
                .where(USER_ACCOUNT.ID.eq(id.toString()))
                .fetchOptional(SqlIdentities::user));
    }

    @Override
    public Optional<User> userNamed(String name) {
        if (!Texts.isName(name)) {
            return Optional.empty();
        }
        return database.read(sql ->
                sql.selectFrom(USER_ACCOUNT).where(USER_ACCOUNT.NAME.eq(name)).fetchOptional(SqlIdentities::user));
    }

    @Override
    public List<User> users(Id organization) {
        return database.read(sql -> sql.selectFrom(USER_ACCOUNT)
                .where(USER_ACCOUNT.ORGANIZATION.eq(organization.toString()))
                .orderBy(USER_ACCOUNT.CREATED_AT, USER_ACCOUNT.ID)
                .fetch(SqlIdentities::user));
    }

    @Override
    public List<Grant> grants(Id user) {
        return database.read(sql -> sql.selectFrom(USER_GRANT)
                .where(USER_GRANT.USER_ACCOUNT.eq(user.toString()))
                .orderBy(USER_GRANT.ORDINAL)
                .fetch(SqlIdentities::grant));
    }

    @Override
    public void replaceGrants(Id user, List<Grant> grants) {
        database.write(sql -> {
            Users.lock(sql, user);
            sql.deleteFrom(USER_GRANT)
                    .where(USER_GRANT.USER_ACCOUNT.eq(user.toString()))
                    .execute();
            return insert(sql, user, grants);
        });
    }

    private static int insert(DSLContext sql, Id user, List<Grant> grants) {
        int ordinal = 0;
        for (Grant grant : grants) {
            sql.insertInto(USER_GRANT)
                    .set(USER_GRANT.USER_ACCOUNT, user.toString())
                    .set(USER_GRANT.ORDINAL, ordinal++)
                    .set(USER_GRANT.ROLE, grant.role().name())
                    .set(USER_GRANT.PROJECT, Columns.nullable(grant.project()))
                    .execute();
        }
        return ordinal;
    }

    @Override
    public void addKey(ApiKey key) {
        int added = database.write(sql -> {
            Users.lock(sql, key.user());
            return sql.insertInto(API_KEY)
                    .set(API_KEY.ID, key.id().toString())
                    .set(API_KEY.USER_ACCOUNT, key.user().toString())
                    .set(API_KEY.NAME, Texts.storable(key.name()))
                    .set(API_KEY.HASH, Texts.name(key.hash()))
                    .set(API_KEY.CREATED_AT, Times.micros(key.createdAt()))
                    .set(API_KEY.EXPIRES_AT, Times.micros(key.expiresAt()))
                    .onConflictDoNothing()
                    .execute();
        });
        requireAdded(added, "API key", key.name());
    }

    @Override
    public Optional<ApiKey> keyOf(String hash) {
        if (!Texts.isName(hash)) {
            return Optional.empty();
        }
        return database.read(
                sql -> sql.selectFrom(API_KEY).where(API_KEY.HASH.eq(hash)).fetchOptional(SqlIdentities::key));
    }

    @Override
    public List<ApiKey> keys(Id user) {
        return database.read(sql -> sql.selectFrom(API_KEY)
                .where(API_KEY.USER_ACCOUNT.eq(user.toString()))
                .orderBy(API_KEY.CREATED_AT, API_KEY.ID)
                .fetch(SqlIdentities::key));
    }

    @Override
    public boolean removeKey(Id key) {
        return database.write(sql ->
                sql.deleteFrom(API_KEY).where(API_KEY.ID.eq(key.toString())).execute() == 1);
    }

    private static void requireAdded(int added, String what, String name) {
        if (added == 0) {
            throw new PlumblineException(new Failure.AlreadyExists(what, name));
        }
    }

    private static Organization organization(OrganizationRecord row) {
        return new Organization(Id.of(row.getId()), row.getName(), Times.instant(row.getCreatedAt()));
    }

    private static User user(UserAccountRecord row) {
        return new User(
                Id.of(row.getId()),
                Id.of(row.getOrganization()),
                row.getName(),
                Optional.ofNullable(row.getPasswordHash()),
                Times.instant(row.getCreatedAt()));
    }

    private static Grant grant(UserGrantRecord row) {
        return new Grant(Role.valueOf(row.getRole()), Columns.id(row.getProject()));
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                Id.of(row.getId()),
                Id.of(row.getUserAccount()),
                row.getName(),
                row.getHash(),
                Times.instant(row.getCreatedAt()),
                Times.optional(row.getExpiresAt()));
    }
}
