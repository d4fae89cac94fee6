package io.plumbline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Role;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private final IdentityFixture fixture = new IdentityFixture();
    private final Accounts accounts = fixture.accounts;
    private final Caller admin = fixture.administrator();

    @Test
    void usersAreListedWithTheirGrants() {
        fixture.user("ann", Role.VIEWER);

        assertThat(accounts.list(admin))
                .extracting(account -> account.user().name())
                .containsExactly("admin", "ann");
        assertThat(accounts.list(admin).getLast().grants()).containsExactly(new Grant(Role.VIEWER, Optional.empty()));
        assertThat(fixture.changes).endsWith("admin add user");
    }

    @Test
    void aNameIsTakenOnce() {
        fixture.user("ann", Role.VIEWER);
        fails(Failure.AlreadyExists.class, () -> accounts.add(admin, "ann", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "a\nb"})
    void aNameThatCannotBeSentIsRefused(String name) {
        fails(Failure.Invalid.class, () -> accounts.add(admin, name, Optional.empty(), List.of()));
    }

    @Test
    void aGrantReplacesTheOneOfTheSamePlace() {
        fixture.user("ann", Role.VIEWER);
        Optional<Id> project = Optional.of(fixture.ids.next());

        accounts.grant(admin, "ann", new Grant(Role.EDITOR, project));
        List<Grant> grants = accounts.grant(admin, "ann", new Grant(Role.EDITOR, Optional.empty()));

        assertThat(grants)
                .containsExactlyInAnyOrder(new Grant(Role.EDITOR, project), new Grant(Role.EDITOR, Optional.empty()));
        assertThat(accounts.list(admin).getLast().grants()).isEqualTo(grants);
        assertThat(fixture.changes).endsWith("admin grant user");
    }

    @Test
    void onlyAdministratorsManageUsersAndKeysOfOthers() {
        Caller editor = fixture.user("ann", Role.EDITOR);

        fails(Failure.Forbidden.class, () -> accounts.add(editor, "bob", Optional.empty(), List.of()));
        fails(Failure.Forbidden.class, () -> accounts.list(editor));
        fails(Failure.Forbidden.class, () -> accounts.grant(editor, "ann", new Grant(Role.ADMIN, Optional.empty())));
        fails(Failure.Forbidden.class, () -> fixture.keys.create(editor, admin.user(), "", Optional.empty()));
        fails(Failure.Forbidden.class, () -> fixture.keys.list(editor, admin.user()));
        fails(Failure.NotFound.class, () -> accounts.named(editor, "admin"));
        assertThat(accounts.named(editor, "ann").id()).isEqualTo(editor.user());
    }

    @Test
    void everybodyHasKeysOfTheirOwn() {
        Caller viewer = fixture.user("ann", Role.VIEWER);
        ApiKey key = fixture.keys
                .create(viewer, viewer.user(), "laptop", Optional.empty())
                .key();

        assertThat(fixture.keys.list(viewer, viewer.user())).containsExactly(key);
        assertThat(fixture.keys.list(admin, viewer.user())).containsExactly(key);
        fixture.keys.revoke(viewer, viewer.user(), key.id());
        assertThat(fixture.keys.list(viewer, viewer.user())).isEmpty();
        assertThat(fixture.changes).endsWith("ann add api key", "ann remove api key");
    }

    @Test
    void aKeyThatIsNotTheUsersIsNotRevoked() {
        Caller viewer = fixture.user("ann", Role.VIEWER);
        ApiKey key =
                fixture.keys.create(admin, admin.user(), "", Optional.empty()).key();

        fails(Failure.NotFound.class, () -> fixture.keys.revoke(viewer, viewer.user(), key.id()));
        assertThat(fixture.keys.list(admin, admin.user())).containsExactly(key);
    }

    @Test
    void aKeyExpiresInTheFuture() {
        fails(Failure.Invalid.class, () -> fixture.keys.create(admin, admin.user(), "", Optional.of(fixture.now)));
    }

    @Test
    void nothingOfAnotherOrganizationIsThere() {
        Caller stranger = fixture.stranger();

        assertThat(accounts.list(stranger)).hasSize(1);
        fails(Failure.NotFound.class, () -> accounts.named(stranger, "admin"));
        fails(
                Failure.NotFound.class,
                () -> accounts.grant(stranger, "admin", new Grant(Role.VIEWER, Optional.empty())));
        fails(Failure.NotFound.class, () -> fixture.keys.list(stranger, admin.user()));
        fails(Failure.NotFound.class, () -> fixture.keys.create(stranger, admin.user(), "", Optional.empty()));
    }

    private static void fails(Class<? extends Failure> failure, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(failure));
    }
}
