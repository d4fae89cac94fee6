package io.plumbline.http.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes and reads the tokens of this server: JSON Web Tokens, signed by RS256, that name a user until they expire. */
public final class Tokens {
    private static final String ISSUER = "plumbline";

    private final Supplier<KeyPair> key;
    private final Duration lifetime;
    private final InstantSource clock;

    /**
     * Tokens of one key.
     *
     * @param key gives an RSA key of 2048 bits or more, the same each time; it is asked for with the first token
     * @param lifetime of a token
     * @param clock that tells when one is made and whether it is over
     */
    public Tokens(Supplier<KeyPair> key, Duration lifetime, InstantSource clock) {
        this.key = key;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    private JWSSigner signer() {
        return new RSASSASigner(key.get().getPrivate());
    }

    private JWSVerifier verifier() {
        return new RSASSAVerifier((RSAPublicKey) key.get().getPublic());
    }

    /** How long a token lasts. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A new token that stands for this caller. */
    public String issue(Caller caller) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(caller.user().toString())
                .claim("username", caller.name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        return signed(claims);
    }

    /** The user that a token stands for; empty where this server did not sign it or it is over. */
    public Optional<Id> user(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours = jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256) && jwt.verify(verifier());
            return ours && valid(jwt.getJWTClaimsSet()) ? Id.parse(subject(jwt)) : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private String signed(JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            jwt.sign(signer());
        } catch (JOSEException unsignable) {
            throw new IllegalStateException("the key cannot sign", unsignable);
        }
        return jwt.serialize();
    }

    private boolean valid(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        return ISSUER.equals(claims.getIssuer())
                && end != null
                && clock.instant().isBefore(end.toInstant());
    }

    private static String subject(SignedJWT jwt) throws ParseException {
        String subject = jwt.getJWTClaimsSet().getSubject();
        return subject == null ? "" : subject;
    }
}
