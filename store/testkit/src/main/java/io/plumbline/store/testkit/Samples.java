package io.plumbline.store.testkit;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes what suites put into stores: ids that count up, and times to the microsecond. */
public final class Samples {
    /** When samples begin. */
    public static final Instant BEGIN = Instant.parse("2026-03-01T10:15:30.123456Z");

    /** A document that any change of its text would show in. */
    public static final Document DOCUMENT =
            new Document("{ \"b\" : [1, 2.50, null],\n\t\"a\": \"Grüße 🙂 \\u0000 'quoted' ?\" }");

    private static final AtomicLong COUNTER = new AtomicLong();

    private Samples() {}

    /** An id that no call has returned before. */
    public static Id id() {
        return new Id((int) BEGIN.getEpochSecond(), COUNTER.incrementAndGet() * 0x9E3779B97F4A7C15L);
    }

    /** The header of a new resource of this organization, in a project. */
    public static Header header(Id organization) {
        return header(organization, BEGIN);
    }

    /** The header of a resource of this organization, made at this time. */
    public static Header header(Id organization, Instant at) {
        return new Header(id(), organization, Optional.of(id()), 1, Stamp.made(at, "ada"));
    }

    /** The header of a resource after a change. */
    public static Header changed(Header header) {
        return header.next(header.stamp().changed(BEGIN.plusSeconds(header.revision()), "grace"));
    }

    /** An organization. */
    public static Organization organization() {
        Id id = id();
        return new Organization(id, "organization " + id, BEGIN);
    }

    /** A user of this organization. */
    public static User user(Id organization) {
        Id id = id();
        return new User(id, organization, "user " + id, Optional.empty(), BEGIN);
    }

    /** A caller of this organization who may do everything. */
    public static Caller caller(Id organization) {
        return new Caller(organization, id(), "ada", List.of(new Grant(Role.ADMIN, Optional.empty())));
    }
}
