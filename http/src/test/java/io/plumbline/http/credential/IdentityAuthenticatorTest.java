package io.plumbline.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.KeySecrets;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityAuthenticatorTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:30:00Z");
    private static final Passwords PASSWORDS = new Passwords(new SplittableRandom(1), 1);
    private static final User ADA =
            new User(new Id(2, 1), new Id(1, 1), "ada", Optional.of(PASSWORDS.hash("password")), NOW);
    private static final User BOT = new User(new Id(2, 2), new Id(1, 1), "bot", Optional.empty(), NOW);

    private final UsersInMemory users = new UsersInMemory();
    private Authenticator authenticator;
    private Tokens tokens;

    @BeforeEach
    void make() {
        InstantSource clock = InstantSource.fixed(NOW);
        tokens = new Tokens(() -> KeyPairs.ONE, Duration.ofHours(1), clock);
        authenticator = new IdentityAuthenticator(new Authentication(users, PASSWORDS, clock), tokens);
        users.addUser(ADA, List.of(new Grant(Role.ADMIN, Optional.empty())));
        users.addUser(BOT, List.of());
        key("lasting", Optional.empty());
        key("future", Optional.of(NOW.plusSeconds(1)));
        key("over", Optional.of(NOW));
    }

    @Test
    void findsUsersByEveryCredential() {
        Caller ada = new Caller(ADA.organization(), ADA.id(), "ada", List.of(new Grant(Role.ADMIN, Optional.empty())));
        assertThat(authenticator.authenticate(new Credential.Password("ada", "password")))
                .isEqualTo(ada);
        assertThat(authenticator.authenticate(new Credential.Key("lasting"))).isEqualTo(ada);
        assertThat(authenticator.authenticate(new Credential.Key("future"))).isEqualTo(ada);
        assertThat(authenticator.authenticate(new Credential.Bearer("lasting"))).isEqualTo(ada);
        assertThat(authenticator.authenticate(new Credential.Bearer(tokens.issue(ada))))
                .isEqualTo(ada);
    }

    @Test
    void refusesAllElse() {
        Caller gone = new Caller(ADA.organization(), new Id(9, 9), "gone", List.of());
        assertThat(List.of(
                        new Credential.Password("ada", "wrong"),
                        new Credential.Password("nobody", "password"),
                        new Credential.Password("bot", ""),
                        new Credential.Key("unknown"),
                        new Credential.Key("over"),
                        new Credential.Bearer("a.b.c"),
                        new Credential.Bearer(tokens.issue(gone))))
                .allSatisfy(credential -> assertThatThrownBy(() -> authenticator.authenticate(credential))
                        .isInstanceOfSatisfying(
                                PlumblineException.class,
                                refused -> assertThat(refused.failure()).isInstanceOf(Failure.Unauthenticated.class)));
    }

    @Test
    void neverPrintsASecret() {
        assertThat(List.of(
                                new Credential.Password("ada", "secret"),
                                new Credential.Key("secret"),
                                new Credential.Bearer("secret"))
                        .toString())
                .doesNotContain("secret");
    }

    private void key(String secret, Optional<Instant> end) {
        users.addKey(new ApiKey(new Id(3, secret.hashCode()), ADA.id(), secret, KeySecrets.hash(secret), NOW, end));
    }
}
