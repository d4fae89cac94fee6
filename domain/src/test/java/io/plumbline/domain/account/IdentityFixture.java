package io.plumbline.domain.account;

import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The use cases over memory, with a clock that is set by hand. */
final class IdentityFixture {
    final MemoryIdentities identities = new MemoryIdentities();
    final List<String> changes = new ArrayList<>();
    final SplittableRandom random = new SplittableRandom(7);
    final Passwords passwords = new Passwords(random, 1);
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    final Ids ids = Ids.of(() -> now, random);
    final Authentication authentication = new Authentication(identities, passwords, () -> now);
    final ApiKeys keys = new ApiKeys(identities, new Changes(), ids, () -> now, random);
    final Accounts accounts = new Accounts(identities, passwords, new Changes(), ids, () -> now);
    final FirstStart firstStart = new FirstStart(identities, new Changes(), ids, () -> now, random);

    void pass(Duration time) {
        now = now.plus(time);
    }

    Caller administrator() {
        return firstStart.administratorAsCaller();
    }

    Caller user(String name, Role role) {
        accounts.add(
                administrator(), name, Optional.of(name + "-password"), List.of(new Grant(role, Optional.empty())));
        return authentication.byPassword(name, name + "-password");
    }

    Caller stranger() {
        Organization other = new Organization(ids.next(), "other", now);
        identities.addOrganization(other);
        User user = new User(ids.next(), other.id(), "stranger", Optional.empty(), now);
        identities.addUser(user, List.of(new Grant(Role.ADMIN, Optional.empty())));
        return new Caller(other.id(), user.id(), user.name(), identities.grants(user.id()));
    }

    private final class Changes implements AuditLog {
        @Override
        public void append(Caller caller, String action, String what, Id id) {
            changes.add(caller.name() + " " + action + " " + what);
        }

        @Override
        public List<AuditEntry> entries(Id organization, long after, int limit) {
            return List.of();
        }

        @Override
        public OptionalLong firstBroken() {
            return OptionalLong.empty();
        }
    }
}
