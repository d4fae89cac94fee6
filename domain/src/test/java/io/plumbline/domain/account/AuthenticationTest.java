package io.plumbline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.identity.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    private final IdentityFixture fixture = new IdentityFixture();
    private final Authentication authentication = fixture.authentication;

    @Test
    void aKeyStandsForItsUserWithTheGrants() {
        Caller viewer = fixture.user("ann", Role.VIEWER);
        ApiKeys.Made made = fixture.keys.create(viewer, viewer.user(), "laptop", Optional.empty());

        assertThat(authentication.byKey(made.secret())).isEqualTo(viewer);
        assertThat(made.secret()).startsWith("pk_").hasSize(46);
        assertThat(made.key().hash()).hasSize(64);
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void aWrongKeyIsRefused() {
        fixture.firstStart.prepare(Optional.empty());

        refused(() -> authentication.byKey("pk_nobody"), "wrong or was revoked");
        refused(() -> authentication.byKey(""), "wrong or was revoked");
    }

    @Test
    void aKeyWorksUntilItExpires() {
        Caller admin = fixture.administrator();
        String secret = fixture.keys
                .create(admin, admin.user(), "", Optional.of(fixture.now.plusSeconds(10)))
                .secret();

        fixture.pass(Duration.ofMillis(9_999));
        assertThat(authentication.byKey(secret)).isEqualTo(admin);
        assertThat(authentication.byPassword("admin", secret)).isEqualTo(admin);

        fixture.pass(Duration.ofMillis(1));
        refused(() -> authentication.byKey(secret), "expired");
        refused(() -> authentication.byPassword("admin", secret), "password is wrong");
    }

    @Test
    void aRevokedKeyIsRefused() {
        Caller admin = fixture.administrator();
        ApiKeys.Made made = fixture.keys.create(admin, admin.user(), "", Optional.empty());

        fixture.keys.revoke(admin, admin.user(), made.key().id());

        refused(() -> authentication.byKey(made.secret()), "revoked");
    }

    @Test
    void nameAndPasswordStandForTheUser() {
        Caller ann = fixture.user("ann", Role.EDITOR);

        assertThat(ann.name()).isEqualTo("ann");
        assertThat(ann.may(Permission.RECORD_WRITE, Optional.empty())).isTrue();
        refused(() -> authentication.byPassword("ann", "ann-passwore"), "the user or the password is wrong");
        refused(() -> authentication.byPassword("bob", "ann-password"), "the user or the password is wrong");
    }

    @Test
    void anApiKeyDoesForThePasswordOfItsUserOnly() {
        String secret = fixture.firstStart.prepare(Optional.empty()).orElseThrow();
        fixture.user("ann", Role.VIEWER);

        assertThat(authentication.byPassword("admin", secret).name()).isEqualTo("admin");
        refused(() -> authentication.byPassword("ann", secret), "password is wrong");
    }

    @Test
    void whoGuessesHasToWaitLongerAndLonger() {
        fixture.user("ann", Role.VIEWER);
        IntStream.range(0, 5).forEach(i -> refused(() -> authentication.byPassword("ann", "guess-" + i), "wrong"));

        refused(() -> authentication.byPassword("ann", "ann-password"), "try again in 1 s");
        fixture.pass(Duration.ofSeconds(1));
        refused(() -> authentication.byPassword("ann", "guess"), "wrong");
        refused(() -> authentication.byPassword("ann", "ann-password"), "try again in 2 s");

        fixture.pass(Duration.ofSeconds(2));
        assertThat(authentication.byPassword("ann", "ann-password").name()).isEqualTo("ann");
        assertThat(authentication.byPassword("ann", "ann-password").name()).isEqualTo("ann");
    }

    @Test
    void aKeyIsNotSlowedDownByGuesses() {
        String secret = fixture.firstStart.prepare(Optional.empty()).orElseThrow();
        IntStream.range(0, 6).forEach(i -> refused(() -> authentication.byPassword("admin", "guess-" + i), ""));

        assertThat(authentication.byPassword("admin", secret).name()).isEqualTo("admin");
        assertThat(authentication.byKey(secret).name()).isEqualTo("admin");
    }

    @Test
    void aUserIsKnownByIdWhileThereIsOne() {
        Caller ann = fixture.user("ann", Role.VIEWER);
        assertThat(authentication.byUser(ann.user())).isEqualTo(ann);

        fixture.identities.forgetUser(ann.user());
        refused(() -> authentication.byUser(ann.user()), "gone");
    }

    private static void refused(ThrowingCallable attempt, String message) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.Unauthenticated.class))
                .hasMessageContaining(message);
    }
}
