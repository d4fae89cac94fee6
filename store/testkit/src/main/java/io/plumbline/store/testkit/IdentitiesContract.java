package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Identities} does. */
public abstract class IdentitiesContract {
    private static final List<Grant> GRANTS =
            List.of(new Grant(Role.VIEWER, Optional.empty()), new Grant(Role.EDITOR, Optional.of(Samples.id())));

    /** The identities under test, over the same data each time within a test. */
    protected abstract Identities identities();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    private Organization organization() {
        Organization organization = Samples.organization();
        identities().addOrganization(organization);
        return organization;
    }

    private User user(Organization organization) {
        User user = Samples.user(organization.id());
        identities().addUser(user, GRANTS);
        return user;
    }

    private ApiKey key(User user, Instant at) {
        Id id = Samples.id();
        ApiKey key = new ApiKey(id, user.id(), "key", "hash " + id, at, Optional.of(at.plusSeconds(60)));
        identities().addKey(key);
        return key;
    }

    @Test
    void findsAnOrganization() {
        Organization organization = organization();
        assertThat(identities().organization(organization.id())).contains(organization);
        assertThat(identities().organization(Samples.id())).isEmpty();
    }

    @Test
    void listsTheOldestOrganizationsFirst() {
        Organization late = new Organization(Samples.id(), "late", Samples.BEGIN.plusSeconds(2));
        Organization early = new Organization(Samples.id(), "early", Samples.BEGIN.plusSeconds(1));
        identities().addOrganization(late);
        identities().addOrganization(early);
        assertThat(identities().organizations()).containsExactly(early, late);
    }

    @Test
    void refusesAnOrganizationsNameThatIsTaken() {
        Organization organization = organization();
        Organization second = new Organization(Samples.id(), organization.name(), Samples.BEGIN);
        assertThat(failureOf(() -> identities().addOrganization(second)))
                .contains(new Failure.AlreadyExists("organization", organization.name()));
        assertThat(identities().organizations()).containsExactly(organization);
    }

    @Test
    void findsAUserByIdAndByName() {
        User user = user(organization());
        User withPassword = new User(Samples.id(), user.organization(), "Ada", Optional.of("hash"), Samples.BEGIN);
        identities().addUser(withPassword, List.of());
        assertThat(identities().user(user.id())).contains(user);
        assertThat(identities().userNamed(user.name())).contains(user);
        assertThat(identities().userNamed("Ada")).contains(withPassword);
        assertThat(identities().userNamed("ada")).isEmpty();
        assertThat(identities().grants(withPassword.id())).isEmpty();
    }

    @Test
    void refusesAUserOfAnUnknownOrganization() {
        assertThat(failureOf(() -> identities().addUser(Samples.user(Samples.id()), GRANTS)))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void refusesAUsersNameThatIsTakenInAnyOrganization() {
        User user = user(organization());
        Organization other = organization();
        User second = new User(Samples.id(), other.id(), user.name(), Optional.empty(), Samples.BEGIN);
        assertThat(failureOf(() -> identities().addUser(second, GRANTS)))
                .contains(new Failure.AlreadyExists("user", user.name()));
        assertThat(identities().users(other.id())).isEmpty();
        assertThat(identities().grants(second.id())).isEmpty();
    }

    @Test
    void refusesNamesThatNoDatabaseKeeps() {
        for (String bad : List.of("a\0b", "half \uD83D of a character", "x".repeat(600))) {
            Organization organization = new Organization(Samples.id(), bad, Samples.BEGIN);
            assertThat(failureOf(() -> identities().addOrganization(organization)))
                    .containsInstanceOf(Failure.Invalid.class);
            assertThat(identities().userNamed(bad)).isEmpty();
            assertThat(identities().keyOf(bad)).isEmpty();
        }
        assertThat(identities().organizations()).isEmpty();
    }

    @Test
    void listsTheUsersOfOneOrganization() {
        Organization organization = organization();
        User late = new User(Samples.id(), organization.id(), "late", Optional.empty(), Samples.BEGIN.plusSeconds(9));
        identities().addUser(late, List.of());
        User early = user(organization);
        user(organization());
        assertThat(identities().users(organization.id())).containsExactly(early, late);
    }

    @Test
    void replacesAllGrants() {
        User user = user(organization());
        User other = user(organization());
        assertThat(identities().grants(user.id())).containsExactlyElementsOf(GRANTS);
        List<Grant> next = List.of(new Grant(Role.ADMIN, Optional.empty()));
        identities().replaceGrants(user.id(), next);
        assertThat(identities().grants(user.id())).containsExactlyElementsOf(next);
        assertThat(identities().grants(other.id())).containsExactlyElementsOf(GRANTS);
    }

    @Test
    void refusesGrantsAndKeysOfAnUnknownUser() {
        User nobody = Samples.user(Samples.id());
        assertThat(failureOf(() -> identities().replaceGrants(nobody.id(), GRANTS)))
                .containsInstanceOf(Failure.NotFound.class);
        assertThat(failureOf(() -> key(nobody, Samples.BEGIN))).containsInstanceOf(Failure.NotFound.class);
        assertThat(identities().keys(nobody.id())).isEmpty();
    }

    @Test
    void leavesTheGrantsOfOneOfMany() {
        User user = user(organization());
        race(number -> {
            List<Grant> grants = List.of(
                    new Grant(Role.VIEWER, Optional.of(new Id(number, 1))),
                    new Grant(Role.VIEWER, Optional.of(new Id(number, 2))));
            identities().replaceGrants(user.id(), grants);
            return true;
        });
        assertThat(identities().grants(user.id()))
                .hasSize(2)
                .extracting(grant -> grant.project().orElseThrow().seconds())
                .satisfies(seconds -> assertThat(seconds.get(0)).isEqualTo(seconds.get(1)));
    }

    @Test
    void findsAKeyByItsHash() {
        ApiKey key = key(user(organization()), Samples.BEGIN);
        ApiKey endless = new ApiKey(Samples.id(), key.user(), "", "other", Samples.BEGIN, Optional.empty());
        identities().addKey(endless);
        assertThat(identities().keyOf(key.hash())).contains(key);
        assertThat(identities().keyOf("other")).contains(endless);
        assertThat(identities().keyOf("unknown")).isEmpty();
    }

    @Test
    void listsAndRemovesTheKeysOfAUser() {
        User user = user(organization());
        ApiKey late = key(user, Samples.BEGIN.plusSeconds(1));
        ApiKey early = key(user, Samples.BEGIN);
        key(user(organization()), Samples.BEGIN);
        assertThat(identities().keys(user.id())).containsExactly(early, late);
        assertThat(identities().removeKey(early.id())).isTrue();
        assertThat(identities().removeKey(early.id())).isFalse();
        assertThat(identities().keys(user.id())).containsExactly(late);
        assertThat(identities().keyOf(early.hash())).isEmpty();
    }

    @Test
    void keepsEverythingWhenReopened() {
        Organization organization = organization();
        User user = user(organization);
        ApiKey key = key(user, Samples.BEGIN);
        reopen();
        assertThat(identities().organizations()).containsExactly(organization);
        assertThat(identities().users(organization.id())).containsExactly(user);
        assertThat(identities().grants(user.id())).containsExactlyElementsOf(GRANTS);
        assertThat(identities().keyOf(key.hash())).contains(key);
    }

    @Test
    void letsOneOfManyTakeAName() {
        Organization organization = organization();
        List<Optional<Failure>> failures = race(_ -> {
            User user = new User(Samples.id(), organization.id(), "wanted", Optional.empty(), Samples.BEGIN);
            return failureOf(() -> identities().addUser(user, GRANTS));
        });
        assertThat(failures).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(failures)
                .filteredOn(Optional::isPresent)
                .allSatisfy(failure -> assertThat(failure).containsInstanceOf(Failure.AlreadyExists.class));
        assertThat(identities().users(organization.id()))
                .singleElement()
                .satisfies(user -> assertThat(identities().grants(user.id())).containsExactlyElementsOf(GRANTS));
    }
}
