package io.plumbline.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedIdentitiesTest {
    private static final Id USER = Id.of("0000000100000000000000aa");
    private static final ApiKey KEY =
            new ApiKey(Id.of("0000000100000000000000bb"), USER, "key", "hash", Instant.EPOCH, Optional.empty());

    private final Map<String, ApiKey> keys = new HashMap<>(Map.of("hash", KEY));
    private Runnable whileLooking = () -> {};
    private int looked;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final RememberedIdentities identities = new RememberedIdentities(kept(), () -> now);

    /** Only keys are asked for here. */
    private Identities kept() {
        return (Identities) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Identities.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "keyOf" -> {
                        looked++;
                        Optional<ApiKey> found = Optional.ofNullable(keys.get(arguments[0]));
                        whileLooking.run();
                        yield found;
                    }
                    case "removeKey" -> keys.values().removeIf(key -> key.id().equals(arguments[0]));
                    case "replaceGrants" -> null;
                    case "grants" -> {
                        looked++;
                        yield List.of();
                    }
                    default -> throw new IllegalStateException(method.getName());
                });
    }

    @Test
    void anAnswerIsRememberedForASecond() {
        assertThat(identities.keyOf("hash")).contains(KEY);
        now = now.plus(Duration.ofMillis(999));
        assertThat(identities.keyOf("hash")).contains(KEY);
        assertThat(looked).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseRevokedIsRefusedAfterASecond() {
        assertThat(identities.keyOf("hash")).contains(KEY);
        keys.clear();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(identities.keyOf("hash")).isEmpty();
    }

    @Test
    void whatIsRevokedHereIsRefusedAtOnce() {
        assertThat(identities.keyOf("hash")).contains(KEY);
        assertThat(identities.removeKey(KEY.id())).isTrue();
        assertThat(identities.keyOf("hash")).isEmpty();
    }

    @Test
    void whatWasFoundBeforeARevocationIsNotRememberedAfterIt() {
        whileLooking = () -> identities.removeKey(KEY.id());
        assertThat(identities.keyOf("hash")).contains(KEY);
        whileLooking = () -> {};
        assertThat(identities.keyOf("hash")).isEmpty();
    }

    @Test
    void aClockThatWasSetBackMakesNothingLastLonger() {
        assertThat(identities.keyOf("hash")).contains(KEY);
        keys.clear();
        now = now.minus(Duration.ofHours(1));
        assertThat(identities.keyOf("hash")).isEmpty();
    }

    @Test
    void whatIsNotThereIsLookedForEachTime() {
        assertThat(identities.keyOf("other")).isEmpty();
        keys.put("other", KEY);
        assertThat(identities.keyOf("other")).contains(KEY);
    }

    @Test
    void grantsAreForgottenWithEveryChange() {
        identities.grants(USER);
        identities.grants(USER);
        assertThat(looked).isEqualTo(1);
        identities.replaceGrants(USER, List.of());
        identities.grants(USER);
        assertThat(looked).isEqualTo(2);
    }
}
