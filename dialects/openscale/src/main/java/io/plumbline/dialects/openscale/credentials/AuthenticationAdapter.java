package io.plumbline.dialects.openscale.credentials;

import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.AuthenticationApi;
import io.plumbline.dialects.openscale.wire.AuthorizeRequest;
import io.plumbline.dialects.openscale.wire.AuthorizeResponse;
import io.plumbline.dialects.openscale.wire.Entitlements;
import io.plumbline.dialects.openscale.wire.Heartbeat;
import io.plumbline.dialects.openscale.wire.ServiceEntitlement;
import io.plumbline.dialects.openscale.wire.ServiceEntitlements;
import io.plumbline.dialects.openscale.wire.TokenResponse;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.Call;
import io.plumbline.http.Form;
import io.plumbline.http.credential.Tokens;
import java.time.InstantSource;
import java.util.List;

/** Logging in: by name and password, by API key, and what clients ask before they do. */
public final class AuthenticationAdapter implements AuthenticationApi {
    private static final String BY_KEY = "urn:ibm:params:oauth:grant-type:apikey";

    private final Authentication authentication;
    private final Tokens tokens;
    private final InstantSource clock;

    /** Over these use cases. */
    public AuthenticationAdapter(Authentication authentication, Tokens tokens, InstantSource clock) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public AuthorizeResponse authorize(Call call, AuthorizeRequest body) {
        return AuthorizeResponse.builder().token(tokens.issue(caller(body))).build();
    }

    private Caller caller(AuthorizeRequest body) {
        if (body.apiKey() != null) {
            Caller caller = authentication.byKey(body.apiKey());
            requireSame(body, caller);
            return caller;
        }
        if (body.username() == null || body.password() == null) {
            throw PlumblineException.invalid("send a username with its password or its api_key");
        }
        return authentication.byPassword(body.username(), body.password());
    }

    private static void requireSame(AuthorizeRequest body, Caller caller) {
        if (body.username() != null && !body.username().equals(caller.name())) {
            throw new PlumblineException(new Failure.Unauthenticated("the api_key is not one of this username"));
        }
    }

    @Override
    public TokenResponse getIdentityToken(Call call, Form form) {
        String grant = form.first("grant_type").orElse("");
        if (!grant.equals(BY_KEY)) {
            throw PlumblineException.invalid("grant_type", "the only grant_type here is " + BY_KEY);
        }
        String key = form.first("apikey")
                .orElseThrow(() -> PlumblineException.invalid("apikey", "the field apikey is missing"));
        String token = tokens.issue(authentication.byKey(key));
        return TokenResponse.builder()
                .accessToken(token)
                .tokenType("Bearer")
                .expiresIn(tokens.lifetime().toSeconds())
                .expiration(clock.instant().plus(tokens.lifetime()).getEpochSecond())
                .build();
    }

    @Override
    public Entitlements listEntitlements(Call call) {
        return Entitlements.builder()
                .entitlements(ServiceEntitlements.builder()
                        .aiOpenscale(List.of(
                                instance(WireId.of(call.organization())), instance(OpenScaleDialect.ANY_INSTANCE)))
                        .build())
                .build();
    }

    private static ServiceEntitlement instance(String id) {
        return ServiceEntitlement.builder().id(id).planName("standard").build();
    }

    @Override
    public Heartbeat getFairnessHeartbeat(Call call) {
        return Heartbeat.builder().isCloud(false).build();
    }
}
