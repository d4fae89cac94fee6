package io.plumbline.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SplittableRandom(1), 2);

    @Test
    void onlyTheRightPasswordMatches() {
        String hash = passwords.hash("correct horse");

        assertThat(Passwords.matches("correct horse", hash)).isTrue();
        assertThat(Passwords.matches("correct horsf", hash)).isFalse();
        assertThat(Passwords.matches("", hash)).isFalse();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(passwords.hash("correct horse"))
                .startsWith("pbkdf2-sha512$2$")
                .isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void aHashCostsWhatIsRecommendedUnlessAnotherCostIsGiven() {
        String hash = new Passwords(new SplittableRandom(1)).hash("correct horse");

        assertThat(hash).startsWith("pbkdf2-sha512$210000$");
        assertThat(Passwords.matches("correct horse", hash)).isTrue();
    }

    /** Computed by Python: hashlib.pbkdf2_hmac('sha512', b'password', b'salt', 1000, 64). */
    @Test
    void aHashOfOtherParametersMatches() {
        String hash = "pbkdf2-sha512$1000$c2FsdA$"
                + "r+bFUweFtsxrHGRTOEcxvV7kMu5Un9QvtmlXea2KHFv1neacSPd078QAfVKY+QM8AkHVq2kwXntk7O642DTP7A";
        assertThat(Passwords.matches("password", hash)).isTrue();
        assertThat(Passwords.matches("passwore", hash)).isFalse();
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThatThrownBy(() -> passwords.hash("1234567"))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("8 to 1024");
    }

    @Test
    void anotherTextIsNoHash() {
        assertThatThrownBy(() -> Passwords.matches("x", "md5$abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
