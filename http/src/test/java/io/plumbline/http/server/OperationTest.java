package io.plumbline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.http.Limits;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those see who keep the server running: health, metrics, the access log, pages. */
class OperationTest {
    private GaugeServer server;

    @BeforeEach
    void start() {
        server = new GaugeServer(Limits.DEFAULT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsHealthAndReadiness() {
        assertThat(server.send(server.request("/health")).body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(server.send(server.request("/ready")).statusCode()).isEqualTo(200);
        server.problem = Optional.of("recovering");
        HttpResponse<String> recovering = server.send(server.request("/ready"));
        assertThat(recovering.statusCode()).isEqualTo(503);
        assertThat(recovering.body()).contains("\"store\":\"recovering\"");
    }

    @Test
    void countsRequestsByOperation() {
        server.get("/v2/gauges");
        server.get("/v2/gouges");
        HttpResponse<String> metrics = server.send(server.request("/metrics"));
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(metrics.body())
                .contains(
                        "plumbline_http_requests_total{dialect=\"gauges\",operation=\"listGauges\",status=\"200\"} 1.0")
                .contains("plumbline_http_requests_total{dialect=\"gauges\",operation=\"-\",status=\"404\"} 1.0")
                .contains("plumbline_http_request_seconds_count{dialect=\"gauges\",operation=\"listGauges\"} 1")
                .contains("plumbline_http_requests_under_way 1.0");
    }

    @Test
    void logsRequestsWithoutTheirSecrets() throws InterruptedException {
        server.send(server.request("/gauges/i/v2/gauges/topsecret?name=alsosecret")
                .header("Authorization", GaugeServer.ADMIN)
                .header("X-Request-Id", "mine-1"));
        server.send(server.request("/gauges/i/v2/gauges").header("Authorization", "Bearer wrongsecret"));
        String[] lines = loggedLines(2);
        JsonNode first = JsonMapper.shared().readTree(lines[0]);
        assertThat(first.get("route").asString()).isEqualTo("/gauges/{instance}/v2/gauges/{gauge_id}");
        assertThat(first.get("operation").asString()).isEqualTo("getGauge");
        assertThat(first.get("request_id").asString()).isEqualTo("mine-1");
        assertThat(first.get("caller").asString()).isEqualTo("ada");
        assertThat(first.get("status").asInt()).isEqualTo(404);
        assertThat(first.get("bytes").asInt()).isPositive();
        assertThat(JsonMapper.shared().readTree(lines[1]).get("status").asInt()).isEqualTo(401);
        assertThat(server.logged()).doesNotContain("secret").doesNotContain("admin-key");
    }

    @Test
    void takesSaneRequestIdsAlone() {
        assertThat(idFor("abc-1.2_3")).isEqualTo("abc-1.2_3");
        assertThat(idFor("a b")).matches("[0-9a-f]{16}");
        assertThat(idFor("x".repeat(65))).matches("[0-9a-f]{16}");
    }

    @Test
    void showsThePageAndAllThatItNeeds() {
        HttpResponse<String> page = server.send(server.request("/docs/gauges"));
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'");
        assertThat(page.body())
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("${");
        java.util.regex.Matcher links = java.util.regex.Pattern.compile("(?:href|src|data-contract)=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(links.results().map(link -> link.group(1)).toList())
                .hasSize(5)
                .allSatisfy(link -> assertThat(server.send(server.request(link)).statusCode())
                        .as(link)
                        .isEqualTo(200));
        assertThat(server.send(server.request("/docs/gauges/openapi.json")).body())
                .contains("\"listGauges\"");
    }

    @Test
    void servesNoOtherFiles() {
        assertThat(server.send(server.request("/docs/assets/index.html")).statusCode())
                .isEqualTo(404);
        assertThat(server.send(server.request("/docs/assets/..%2F..%2Fpom.xml")).statusCode())
                .isEqualTo(404);
    }

    /** A line is written after its answer has been sent. */
    private String[] loggedLines(int count) throws InterruptedException {
        for (int tries = 0; tries < 100 && server.logged().lines().count() < count; tries++) {
            Thread.sleep(20);
        }
        return server.logged().split("\n");
    }

    private String idFor(String given) {
        return server.send(server.request("/health").header("X-Request-Id", given))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }
}
