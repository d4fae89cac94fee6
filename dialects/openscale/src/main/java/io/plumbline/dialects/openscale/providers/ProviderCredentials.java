package io.plumbline.dialects.openscale.providers;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.client.GuardedClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The credentials of a provider: none, a user and password, a token, or what a token is asked for with. They are never shown. */
final class ProviderCredentials {
    /** Shorter values would make holes in any message. */
    private static final int LEAST_HIDDEN = 4;

    private final JsonNode given;
    private final List<String> hidden = new ArrayList<>();

    private ProviderCredentials(JsonNode given) {
        this.given = given;
        hide(given);
    }

    /**
     * As they were sealed.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where they are no object
     */
    static ProviderCredentials of(Optional<String> opened) {
        return new ProviderCredentials(opened.map(ProviderCredentials::read).orElse(MissingNode.getInstance()));
    }

    private static JsonNode read(String opened) {
        JsonNode given = ProviderAnswer.json(opened.getBytes(StandardCharsets.UTF_8));
        if (!given.isObject()) {
            throw failed("are no JSON object");
        }
        return given;
    }

    private void hide(JsonNode value) {
        if (value.isContainer()) {
            value.forEach(this::hide);
        } else {
            hide(value.asString(""));
        }
    }

    private void hide(String text) {
        if (text.length() >= LEAST_HIDDEN) {
            hidden.add(text);
        }
    }

    /** The text without what the credentials say. */
    String cleared(String text) {
        String cleared = text;
        for (String secret : hidden) {
            cleared = cleared.replace(secret, "***");
        }
        return cleared;
    }

    /**
     * The request with the credentials.
     *
     * @param client that asks for a token, where one is needed
     * @throws PlumblineException of {@link Failure.Conflict} where they are of no known kind, or no token is given for them
     */
    HttpRequest authorized(HttpRequest.Builder request, GuardedClient client) {
        Optional<String> authorization = authorization(client);
        try {
            authorization.ifPresent(value -> request.header("Authorization", value));
            return request.build();
        } catch (IllegalArgumentException unsendable) {
            // Its message would tell the credentials.
            throw failed("hold what no header field can");
        }
    }

    private Optional<String> authorization(GuardedClient client) {
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        if (given.has("token_info")) {
            return Optional.of(bearer(new TokenRequest(given.get("token_info"), this).token(client)));
        }
        if (given.has("token")) {
            return Optional.of(bearer(given.get("token").asString("")));
        }
        if (given.has("username") && given.has("password")) {
            return Optional.of(basic());
        }
        throw failed("have neither token_info, nor token, nor username and password");
    }

    private String bearer(String token) {
        hide(token);
        return "Bearer " + token;
    }

    private String basic() {
        String pair =
                given.get("username").asString("") + ":" + given.get("password").asString("");
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        hide(encoded);
        return "Basic " + encoded;
    }

    /** That the credentials are of no use. */
    static PlumblineException failed(String why) {
        return new PlumblineException(new Failure.Conflict("the credentials of the custom metrics provider " + why));
    }
}
