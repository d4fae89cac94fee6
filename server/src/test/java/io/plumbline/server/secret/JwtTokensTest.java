package io.plumbline.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Tokens.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwtTokensTest {
    private static final Caller ANN = new Caller(new Id(1, 1), new Id(2, 2), "ann", List.of());

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00.5Z");

    private JwtTokens tokens() {
        return tokens(folder);
    }

    private JwtTokens tokens(Path keys) {
        return new JwtTokens(keys, Duration.ofHours(1), () -> now);
    }

    @Test
    void aTokenSaysWhoseItIsAndHowLong() throws ParseException {
        Token token = tokens().issue(ANN);

        JWTClaimsSet claims = SignedJWT.parse(token.text()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(ANN.user().toString());
        assertThat(claims.getStringClaim("organization"))
                .isEqualTo(ANN.organization().toString());
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(Instant.parse("2026-03-01T12:00:00Z")));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(token.expiresAt()));
        assertThat(SignedJWT.parse(token.text()).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void aTokenIsValidAlsoAfterARestart() {
        String token = tokens().issue(ANN).text();
        assertThat(tokens().user(token)).isEqualTo(ANN.user());
    }

    @Test
    void aTokenEndsWithSomeLeewayForOtherClocks() {
        JwtTokens tokens = tokens();
        String token = tokens.issue(ANN).text();

        now = Instant.parse("2026-03-01T13:00:29Z");
        assertThat(tokens.user(token)).isEqualTo(ANN.user());
        now = Instant.parse("2026-03-01T13:00:30Z");
        refused(token, "expired");
    }

    @Test
    void aTokenOfTheFutureIsRefused() {
        String token = tokens().issue(ANN).text();

        now = Instant.parse("2026-03-01T11:59:29Z");
        refused(token, "not valid");
        now = Instant.parse("2026-03-01T11:59:31Z");
        assertThat(tokens().user(token)).isEqualTo(ANN.user());
    }

    @Test
    void aTokenOfAnotherKeyOrAChangedOneIsRefused() {
        String token = tokens().issue(ANN).text();
        int inTheClaims = token.indexOf('.') + 10;
        String changed = token.substring(0, inTheClaims)
                + (token.charAt(inTheClaims) == 'A' ? 'B' : 'A')
                + token.substring(inTheClaims + 1);

        refused(changed, "token");
        refused(tokens(folder.resolve("other")).issue(ANN).text(), "not made here");
        refused("no token", "no token");
        refused("", "no token");
    }

    @Test
    void aTokenDoesNotChooseHowItIsChecked() throws IOException, ParseException, JOSEException {
        tokens().issue(ANN);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("plumbline")
                .subject(ANN.user().toString())
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        byte[] publicKey = RSAKey.parse(Files.readString(folder.resolve("tokens.json")))
                .toRSAPublicKey()
                .getEncoded();
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        symmetric.sign(new MACSigner(publicKey));

        refused(new PlainJWT(claims).serialize(), "no token");
        refused(symmetric.serialize(), "not made here");
    }

    private void refused(String token, String message) {
        assertThatThrownBy(() -> tokens().user(token))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.Unauthenticated.class))
                .hasMessageContaining(message);
    }
}
