package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.AUDIT_ENTRY;
import static io.plumbline.store.sql.generated.Tables.AUDIT_HEAD;

import io.plumbline.domain.Id;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.store.sql.generated.tables.records.AuditEntryRecord;
import io.plumbline.store.sql.generated.tables.records.AuditHeadRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** The log of changes in a database, one chain for all organizations. */
public final class SqlAuditLog implements AuditLog {
    private static final int PAGE = 1_000;

    private final Database database;
    private final InstantSource clock;

    /** The one in this database, on entries of this clock's time. */
    public SqlAuditLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void append(Caller caller, String action, String what, Id id) {
        String user = Texts.storable(caller.name());
        database.write(sql -> {
            AuditHeadRecord head = locked(sql);
            // The hash is over the time as it is stored.
            Instant now = Times.instant(Times.micros(clock.instant()));
            AuditEntry entry = new AuditEntry(
                            head.getEntryNumber(), now, caller.organization(), user, action, what, id, AuditEntry.START)
                    .chainedTo(head.getHash());
            insert(sql, entry);
            return sql.update(AUDIT_HEAD).set(AUDIT_HEAD.HASH, entry.hash()).execute();
        });
    }

    /** The head with the number of the entry to come and the hash of the one before; others who append wait until the transaction ends. */
    private static AuditHeadRecord locked(DSLContext sql) {
        sql.update(AUDIT_HEAD)
                .set(AUDIT_HEAD.ENTRY_NUMBER, AUDIT_HEAD.ENTRY_NUMBER.plus(1))
                .execute();
        return sql.selectFrom(AUDIT_HEAD).fetchSingle();
    }

    private static void insert(DSLContext sql, AuditEntry entry) {
        sql.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.ENTRY_NUMBER, entry.number())
                .set(AUDIT_ENTRY.NOTED_AT, Times.micros(entry.at()))
                .set(AUDIT_ENTRY.ORGANIZATION, entry.organization().toString())
                .set(AUDIT_ENTRY.USER_NAME, entry.user())
                .set(AUDIT_ENTRY.ACTION, entry.action())
                .set(AUDIT_ENTRY.WHAT, entry.what())
                .set(AUDIT_ENTRY.SUBJECT, entry.id().toString())
                .set(AUDIT_ENTRY.HASH, entry.hash())
                .execute();
    }

    @Override
    public List<AuditEntry> entries(Id organization, long after, int limit) {
        return database.read(sql -> sql.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ORGANIZATION.eq(organization.toString()))
                .and(AUDIT_ENTRY.ENTRY_NUMBER.gt(after))
                .orderBy(AUDIT_ENTRY.ENTRY_NUMBER)
                .limit(limit)
                .fetch(SqlAuditLog::entry));
    }

    @Override
    public OptionalLong firstBroken() {
        // What is appended while the log is read is for the next time.
        AuditHeadRecord head = database.read(sql -> sql.selectFrom(AUDIT_HEAD).fetchSingle());
        long number = 0;
        String hash = AuditEntry.START;
        while (number < head.getEntryNumber()) {
            List<AuditEntry> page = page(number, head.getEntryNumber());
            if (page.isEmpty()) {
                return OptionalLong.of(number + 1);
            }
            for (AuditEntry entry : page) {
                if (entry.number() != number + 1 || !entry.follows(hash)) {
                    return OptionalLong.of(number + 1);
                }
                number = entry.number();
                hash = entry.hash();
            }
        }
        return hash.equals(head.getHash()) ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private List<AuditEntry> page(long after, long last) {
        return database.read(sql -> sql.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ENTRY_NUMBER.gt(after))
                .and(AUDIT_ENTRY.ENTRY_NUMBER.le(last))
                .orderBy(AUDIT_ENTRY.ENTRY_NUMBER)
                .limit(PAGE)
                .fetch(SqlAuditLog::entry));
    }

    private static AuditEntry entry(AuditEntryRecord row) {
        return new AuditEntry(
                row.getEntryNumber(),
                Times.instant(row.getNotedAt()),
                Id.of(row.getOrganization()),
                row.getUserName(),
                row.getAction(),
                row.getWhat(),
                Id.of(row.getSubject()),
                row.getHash());
    }
}
