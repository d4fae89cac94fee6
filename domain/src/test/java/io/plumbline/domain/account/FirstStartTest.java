package io.plumbline.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Permission;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    private final IdentityFixture fixture = new IdentityFixture();

    @Test
    void makesAnAdministratorWhoseKeyIsShownOnce() {
        String secret = fixture.firstStart.prepare(Optional.empty()).orElseThrow();

        Caller admin = fixture.authentication.byKey(secret);
        assertThat(admin.name()).isEqualTo("admin");
        assertThat(admin.may(Permission.IDENTITY_WRITE, Optional.empty())).isTrue();
        assertThat(fixture.identities.organizations())
                .extracting(Organization::name)
                .containsExactly("default");
        assertThat(fixture.changes).containsExactly("admin add user", "admin add api key");
        assertThat(fixture.firstStart.prepare(Optional.empty())).isEmpty();
        assertThat(fixture.identities.keys(admin.user())).hasSize(1);
    }

    @Test
    void aStartThatWasCutOffIsBroughtToItsEnd() {
        fixture.identities.addOrganization(new Organization(fixture.ids.next(), "default", fixture.now));

        assertThat(fixture.firstStart.prepare(Optional.empty())).isPresent();
        assertThat(fixture.identities.organizations()).hasSize(1);
    }

    @Test
    void aChosenKeyIsTheAdministratorsAndIsNotShown() {
        assertThat(fixture.firstStart.prepare(Optional.of("chosen-key"))).isEmpty();

        assertThat(fixture.authentication.byKey("chosen-key").name()).isEqualTo("admin");
        assertThat(fixture.authentication.byPassword("admin", "chosen-key").name())
                .isEqualTo("admin");
    }

    @Test
    void anotherChosenKeyReplacesTheEarlierOne() {
        String first = fixture.firstStart.prepare(Optional.empty()).orElseThrow();
        Caller admin = fixture.administrator();
        String own = fixture.keys
                .create(admin, admin.user(), "laptop", Optional.empty())
                .secret();

        fixture.firstStart.prepare(Optional.of("chosen-key"));
        fixture.firstStart.prepare(Optional.of("chosen-key"));

        assertThatThrownBy(() -> fixture.authentication.byKey(first)).isInstanceOf(PlumblineException.class);
        assertThat(fixture.authentication.byKey(own)).isEqualTo(admin);
        assertThat(fixture.identities.keys(admin.user())).hasSize(2);
    }

    @Test
    void aShortChosenKeyIsRefused() {
        assertThatThrownBy(() -> fixture.firstStart.prepare(Optional.of("short")))
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class));
        assertThat(fixture.identities.organizations()).isEmpty();
    }
}
