package io.plumbline.http.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:30:00Z");
    private static final Caller ADA = new Caller(new Id(1, 1), new Id(2, 7), "ada", List.of());

    private final KeyPair key = KeyPairs.ONE;
    private final KeyPair other = KeyPairs.OTHER;

    @Test
    void namesItsUserUntilItIsOver() {
        String token = at(NOW, key).issue(ADA);
        assertThat(at(NOW, key).user(token)).contains(ADA.user());
        assertThat(at(NOW.plusSeconds(3599), key).user(token)).contains(ADA.user());
        assertThat(at(NOW.plusSeconds(3600), key).user(token)).isEmpty();
    }

    @Test
    void tellsClientsWhenItWasMadeAndWhenItEnds() throws Exception {
        SignedJWT token = SignedJWT.parse(at(NOW, key).issue(ADA));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(3600)));
    }

    @Test
    void isNotTakenFromOthers() throws Exception {
        Tokens tokens = at(NOW, key);
        assertThat(tokens.user(at(NOW, other).issue(ADA))).isEmpty();
        assertThat(tokens.user("a.b.c")).isEmpty();
        assertThat(tokens.user("")).isEmpty();
        String token = tokens.issue(ADA);
        String[] parts = token.split("\\.");
        assertThat(tokens.user(parts[0] + "."
                        + encoded("{\"iss\":\"plumbline\",\"sub\":\"" + new Id(2, 8) + "\",\"exp\":9999999999}") + "."
                        + parts[2]))
                .isEmpty();
        assertThat(tokens.user(encoded("{\"alg\":\"none\"}") + "." + parts[1] + "."))
                .isEmpty();
    }

    @Test
    void isNotSignedByAnyOtherMethod() throws Exception {
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims("plumbline"));
        symmetric.sign(new MACSigner(key.getPublic().getEncoded()));
        SignedJWT longer = new SignedJWT(new JWSHeader(JWSAlgorithm.RS512), claims("plumbline"));
        longer.sign(new RSASSASigner(key.getPrivate()));
        SignedJWT foreign = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims("somebody"));
        foreign.sign(new RSASSASigner(key.getPrivate()));
        assertThat(List.of(symmetric, longer, foreign))
                .allSatisfy(token ->
                        assertThat(at(NOW, key).user(token.serialize())).isEmpty());
    }

    private static Tokens at(Instant now, KeyPair key) {
        return new Tokens(() -> key, Duration.ofHours(1), InstantSource.fixed(now));
    }

    private static JWTClaimsSet claims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(ADA.user().toString())
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
