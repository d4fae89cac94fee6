package io.plumbline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.http.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is let in, to what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialsTest {
    private GaugeServer server;

    @BeforeAll
    void start() {
        server = new GaugeServer(Limits.DEFAULT);
        server.json("POST", "/v2/gauges", "{\"name\":\"ours\"}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void takesEveryCredentialOfTheDialect() {
        assertThat(with("Authorization", "Bearer viewer-key")).isEqualTo(200);
        assertThat(with("Authorization", "bearer   viewer-key ")).isEqualTo(200);
        assertThat(with("Authorization", basic("viewer:key"))).isEqualTo(200);
        assertThat(with("Authorization", basic("apikey:viewer-key"))).isEqualTo(200);
        assertThat(with("X-Gauge-Key", "viewer-key")).isEqualTo(200);
    }

    @Test
    void refusesMissingAndWrongOnes() {
        HttpResponse<String> missing = server.send(server.request("/v2/gauges"));
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"gauges\"");
        assertThat(missing.body()).contains("Unauthenticated");
        assertThat(with("Authorization", "Bearer nobody-key")).isEqualTo(401);
        assertThat(with("Authorization", "Digest viewer-key")).isEqualTo(401);
        assertThat(with("Authorization", "Bearer")).isEqualTo(401);
        assertThat(with("Authorization", "Basic %%%")).isEqualTo(401);
        assertThat(with("Authorization", basic("no colon"))).isEqualTo(401);
    }

    @Test
    void letsAnyoneReadWhatIsPublic() {
        assertThat(server.send(server.request("/v2/gauges/summary")).statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.request("/v2/gauges/summary").header("Authorization", "Bearer nobody-key"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksForThePermissionOfTheOperation() {
        HttpResponse<String> forbidden = server.send(server.request("/v2/gauges")
                .header("Authorization", GaugeServer.VIEWER)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"mine\"}")));
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("monitor.write");
    }

    @Test
    void asksForItBeforeAbsentOperationsToo() {
        HttpRequest.Builder absent = server.request("/v2/gauges/ours").PUT(HttpRequest.BodyPublishers.noBody());
        assertThat(server.send(absent).statusCode()).isEqualTo(401);
        assertThat(server.send(absent.header("Authorization", GaugeServer.VIEWER))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void hidesWhatBelongsToOthers() {
        HttpResponse<String> foreign =
                server.send(server.request("/v2/gauges/ours").header("Authorization", GaugeServer.STRANGER));
        HttpResponse<String> missing =
                server.send(server.request("/v2/gauges/none").header("Authorization", GaugeServer.STRANGER));
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(server.get("/v2/gauges/ours").statusCode()).isEqualTo(200);
    }

    private int with(String field, String value) {
        return server.send(server.request("/v2/gauges").header(field, value)).statusCode();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
