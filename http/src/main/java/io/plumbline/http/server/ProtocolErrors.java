package io.plumbline.http.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;

/** Answers what is no HTTP, before a dialect can be told; nothing of the request is repeated. */
final class ProtocolErrors implements DirectHandler {
    @Override
    public TransportResponse handle(
            TransportRequest request, EventType event, Status status, ServerResponseHeaders headers, String message) {
        String json = "{\"status\":" + status.code() + ",\"detail\":\"" + status.reasonPhrase() + "\"}";
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .keepAlive(false)
                .entity(json.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
