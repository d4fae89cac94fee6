package io.plumbline.server.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Tokens;
import io.plumbline.server.output.RefusedException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Tokens signed by RS256. The key pair lies in a file of its own, so that tokens outlive a restart, and nodes that share the file take
 * each other's. It is read, or made, when it is first needed.
 */
public final class JwtTokens implements Tokens {
    private static final String FILE = "tokens.json";
    private static final String ISSUER = "plumbline";
    private static final int KEY_BITS = 2048;
    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Duration lifetime;
    private final InstantSource clock;
    private final KeyFile file;
    private final OnDemand<RSAKey> key;

    /** Tokens signed with the key of this folder, valid for {@code lifetime}. */
    public JwtTokens(Path folder, Duration lifetime, InstantSource clock) {
        this.lifetime = lifetime;
        this.clock = clock;
        file = new KeyFile(folder.resolve(FILE));
        key = new OnDemand<>(this::readKey);
    }

    @Override
    public Token issue(Caller caller) {
        Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plus(lifetime);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(caller.user().toString())
                .claim("username", caller.name())
                .claim("organization", caller.organization().toString())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .build();
        return new Token(signed(claims), issuedAt, expiresAt);
    }

    private String signed(JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.get().getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key.get()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    @Override
    public Id user(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            if (!isSignedByUs(parsed)) {
                throw refused("the token was not made here, or was changed");
            }
            return user(parsed.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            throw refused("the token is no token that is known here", e);
        }
    }

    /** Only by the algorithm that is used here: a token does not choose how it is checked. */
    private boolean isSignedByUs(SignedJWT token) throws JOSEException {
        return JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                && token.verify(new RSASSAVerifier(key.get().toRSAPublicKey()));
    }

    private Id user(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        if (!ISSUER.equals(claims.getIssuer()) || isAfter(claims.getIssueTime(), now.plus(SKEW))) {
            throw refused("the token is not valid here and now");
        }
        if (!isAfter(claims.getExpirationTime(), now.minus(SKEW))) {
            throw refused("the token has expired; log in again");
        }
        return Id.parse(Objects.requireNonNullElse(claims.getSubject(), ""))
                .orElseThrow(() -> refused("the token names no user"));
    }

    private static boolean isAfter(@Nullable Date time, Instant other) {
        return time != null && time.toInstant().isAfter(other);
    }

    private RSAKey readKey() {
        try {
            return RSAKey.parse(file.readOrMake(JwtTokens::newKey));
        } catch (ParseException e) {
            throw new RefusedException("The key file '" + file + "' holds no key; remove it, and log in again.", e);
        }
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }

    private static PlumblineException refused(String message) {
        return new PlumblineException(new Failure.Unauthenticated(message));
    }

    private static PlumblineException refused(String message, Exception cause) {
        return new PlumblineException(new Failure.Unauthenticated(message), cause);
    }
}
