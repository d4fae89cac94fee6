package io.plumbline.dialects.openscale.providers;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.http.client.GuardedAnswer;
import io.plumbline.http.client.GuardedClient;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Asks for a token as credentials say: where, by which method, with which header fields and body, and in which field of the answer it stands.
 *
 * @param description of the request
 * @param credentials that it stands in
 */
record TokenRequest(JsonNode description, ProviderCredentials credentials) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final List<String> TOKENS = List.of("access_token", "token");
    private static final int SUCCESS = 2;

    /**
     * The token.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Conflict} where none is given
     */
    String token(GuardedClient client) {
        URI address = CustomMetricsProvider.address(description.path("url").asString(""))
                .orElseThrow(() -> ProviderCredentials.failed("have no token_info.url that is an address"));
        GuardedAnswer answer = client.send(request(address));
        if (answer.status() / 100 != SUCCESS) {
            throw ProviderCredentials.failed(
                    "were given no token: the host " + address.getHost() + " answered " + answer.status());
        }
        JsonNode body = ProviderAnswer.json(answer.body());
        return Stream.concat(Stream.of(description.path("token_field_name").asString("")), TOKENS.stream())
                .map(name -> body.path(name).asString(""))
                .filter(token -> !token.isEmpty())
                .findFirst()
                .orElseThrow(() -> ProviderCredentials.failed(
                        "were given no token: the answer of the host " + address.getHost() + " has none"));
    }

    private HttpRequest request(URI address) {
        JsonNode payload = description.path("payload");
        String method = description.path("method").asString("POST").toUpperCase(Locale.ROOT);
        String type = contentType(payload);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .method(method, BodyPublishers.ofByteArray(body(payload, type)))
                    .header("Content-Type", type);
            description.path("headers").properties().stream()
                    .filter(field -> !field.getKey().equalsIgnoreCase("Content-Type"))
                    .forEach(field ->
                            request.header(field.getKey(), field.getValue().asString("")));
            return request.build();
        } catch (IllegalArgumentException unsendable) {
            // Its message might tell the credentials.
            throw ProviderCredentials.failed("have a token_info that cannot be sent");
        }
    }

    private String contentType(JsonNode payload) {
        return description.path("headers").properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Content-Type"))
                .map(field -> field.getValue().asString(""))
                .findFirst()
                .orElse(payload.isObject() ? JSON : FORM);
    }

    private static byte[] body(JsonNode payload, String type) {
        if (!payload.isObject()) {
            return payload.asString("").getBytes(StandardCharsets.UTF_8);
        }
        return type.startsWith(FORM) ? form(payload).getBytes(StandardCharsets.UTF_8) : Documents.bytes(payload);
    }

    private static String form(JsonNode payload) {
        return payload.properties().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().asString("")))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
