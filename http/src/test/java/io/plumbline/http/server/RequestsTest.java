package io.plumbline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.http.Limits;
import io.plumbline.http.gauges.GaugeKind;
import io.plumbline.http.gauges.GaugesApi.ListGaugesQuery;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract says of parameters, bodies and answers, seen over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {
    private GaugeServer server;

    @BeforeAll
    void start() {
        server = new GaugeServer(Limits.DEFAULT);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void answersWithTheContractsStatusAndBody() {
        HttpResponse<String> added = server.json(
                "POST",
                "/v2/gauges",
                "{\"name\":\"rain\",\"kind\":\"SNOW-DEPTH\",\"created_at\":\"2026-01-31T08:30:00+01:00\"}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(added.body())
                .contains("\"name\":\"rain\"", "\"kind\":\"snow_depth\"", "\"created_at\":\"2026-01-31T07:30:00Z\"");
        assertThat(server.get("/v2/gauges/rain").statusCode()).isEqualTo(200);
    }

    @Test
    void answersWithoutBodyWhereTheContractHasNone() {
        server.json("POST", "/v2/gauges", "{\"name\":\"gone\"}");
        HttpResponse<String> deleted = server.send(server.request("/v2/gauges/gone")
                .header("Authorization", GaugeServer.ADMIN)
                .DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
    }

    @Test
    void readsEveryKindOfQueryParameter() {
        HttpResponse<String> listed =
                server.get("/v2/gauges?limit=7&offset=8&asset.kind=a,b%2Cc&kind=wind_speed&order=DESC"
                        + "&since=2026-01-31T08:30:00Z&day=2026-01-31&weight=1.5&force=True&name=x%20y");
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(server.gauges.lastQuery)
                .isEqualTo(new ListGaugesQuery(
                        7,
                        8L,
                        List.of("a", "b", "c"),
                        GaugeKind.WIND_SPEED,
                        ListGaugesQuery.OrderEnum.DESC,
                        Instant.parse("2026-01-31T08:30:00Z"),
                        LocalDate.parse("2026-01-31"),
                        1.5,
                        true,
                        "x y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T08:30:00Z",
                "2026-01-31T09:30:00%2B01:00",
                "2026-01-31T08:30:00",
                "2026-01-31%2008:30:00%2B00:00",
                "2026-01-31%2008:30:00",
            })
    void readsTimesAsClientsWriteThem(String time) {
        server.get("/v2/gauges?since=" + time);
        assertThat(server.gauges.lastQuery)
                .isNotNull()
                .extracting(ListGaugesQuery::since)
                .isEqualTo(Instant.parse("2026-01-31T08:30:00Z"));
    }

    @Test
    void leavesOutWhatWasNotAsked() {
        server.get("/v2/gauges?limit=");
        assertThat(server.gauges.lastQuery)
                .isEqualTo(new ListGaugesQuery(null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void readsLongRequestLines() {
        assertThat(server.get("/v2/gauges?other=" + "x".repeat(40_000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesBadParametersByName() {
        refused("/v2/gauges?limit=seven", "limit");
        refused("/v2/gauges?limit=0", "limit", "at least 1");
        refused("/v2/gauges?limit=1001", "limit", "at most 1000");
        refused("/v2/gauges?limit=99999999999", "limit");
        refused("/v2/gauges?limit=1&limit=2", "limit", "2 times");
        refused("/v2/gauges?offset=-1", "offset");
        refused("/v2/gauges?weight=NaN", "weight");
        refused("/v2/gauges?kind=hail", "kind", "rain, snow_depth, Wind-Speed");
        refused("/v2/gauges?order=up", "order", "asc, desc");
        refused("/v2/gauges?since=yesterday", "since");
        refused("/v2/gauges?day=2026-02-30", "day");
        refused("/v2/gauges?force=perhaps", "force");
        refused("/v2/gauges?name=" + "x".repeat(21), "name", "20");
    }

    @Test
    void refusesBadBodiesAtTheirPlace() {
        refusedBody("{\"name\":", "not valid JSON", "line 1");
        refusedBody("{\"name\":\"a\"} trailing", "not valid JSON");
        refusedBody("", "body");
        refusedBody("null", "null");
        refusedBody("[]", "object");
        refusedBody("{}", "name", "missing");
        refusedBody("{\"name\":null}", "name", "missing");
        refusedBody("{\"name\":\"a\",\"colour\":1}", "colour", "not known");
        refusedBody("{\"name\":\"a\",\"kind\":\"hail\"}", "kind", "rain, snow_depth");
        refusedBody("{\"name\":\"a\",\"digits\":\"many\"}", "digits", "number");
        refusedBody("{\"name\":\"a\",\"digits\":1e99}", "digits");
        refusedBody("{\"name\":\"a\",\"created_at\":\"noon\"}", "created_at", "time");
        refusedBody("{\"name\":\"a\",\"place\":{\"latitude\":true}}", "place.latitude");
        refusedBody("{\"name\":\"a\",\"tags\":{}}", "tags", "array");
        refusedBody("{\"name\":\"a\",\"extra\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "limit");
    }

    @Test
    void keepsFieldsWithoutAName() {
        HttpResponse<String> answer =
                server.json("PUT", "/v2/gauges/a/readings", "[{\"value\":1.5,\"wind\":{\"from\":\"N\"}},{}]");
        assertThat(answer.body()).contains("\"wind\":{\"from\":\"N\"}");
        assertThat(server.json("PUT", "/v2/gauges/a/readings", "[{\"value\":1},{\"value\":\"x\"}]")
                        .body())
                .contains("[1].value");
    }

    @Test
    void appliesPatches() {
        server.json("POST", "/v2/gauges", "{\"name\":\"patched\",\"tags\":[\"a\"]}");
        HttpResponse<String> patched = server.send(server.request("/v2/gauges/patched")
                .header("Authorization", GaugeServer.ADMIN)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString("[{\"op\":\"add\",\"path\":\"/tags/-\",\"value\":\"b\"}]")));
        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(patched.body()).contains("[\"a\",\"b\"]");
        assertThat(server.json("PATCH", "/v2/gauges/patched", "[{\"op\":\"spoil\",\"path\":\"\"}]")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.json("PATCH", "/v2/gauges/patched", "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"x\"}]")
                        .statusCode())
                .isEqualTo(409);
        assertThat(server.json("PATCH", "/v2/gauges/patched", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void readsForms() {
        HttpResponse<String> answer = server.send(server.request("/v2/form")
                .header("Authorization", GaugeServer.VIEWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=urn%3Aibm%3Aparams&apikey=k+k")));
        assertThat(answer.body()).contains("urn:ibm:params");
        assertThat(server.json("POST", "/v2/form", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void streamsBodiesOfTheContractsTypes() {
        HttpResponse<String> taken = server.send(server.request("/v2/gauges/a/readings")
                .header("Authorization", GaugeServer.ADMIN)
                .header("Content-Type", "Text/CSV; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(Gauges.lines(50_000))));
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).contains("300000");
        assertThat(taken.headers().firstValue("X-Body-Type")).contains("text/csv");
        assertThat(taken.headers().firstValue("Location").orElseThrow())
                .startsWith("http://127.0.0.1:")
                .endsWith("/v2/requests/1");
    }

    @Test
    void refusesOtherContentTypes() {
        HttpResponse<String> refused = server.send(server.request("/v2/gauges/a/readings")
                .header("Authorization", GaugeServer.ADMIN)
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>")));
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("UnsupportedContentType", "text/csv");
    }

    @Test
    void findsPathsBelowEveryPrefixAndDecodesThem() {
        server.json("POST", "/gauges/i1/v2/gauges", "{\"name\":\"a/b c+d\"}");
        assertThat(server.get("/v2/gauges/a%2Fb%20c+d").statusCode()).isEqualTo(200);
        assertThat(server.get("/v2/gauges/summary").body()).contains("\"count\"");
        assertThat(server.get("/v2/gauges/summary/").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsUnknownPathsFromOtherMethodsInTheDialectsShape() {
        HttpResponse<String> unknown = server.get("/v2/gouges");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("\"trace\"", "UnknownPath");
        HttpResponse<String> method = server.json("PUT", "/v2/gauges", "{}");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("GET, POST");
        assertThat(method.body()).contains("\"trace\"", "MethodNotAllowed");
        assertThat(server.get("/nobody/has/this").body()).contains("\"detail\"");
        assertThat(server.json("PURGE", "/v2/gauges", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void answersAbsentOperationsWithTheirReason() {
        HttpResponse<String> absent = server.json("PUT", "/v2/gauges/a", "{}");
        assertThat(absent.statusCode()).isEqualTo(501);
        assertThat(absent.body()).contains("NotSupported", "calibration needs a hand at the gauge");
    }

    @Test
    void hidesWhatWasNotExpected() {
        HttpResponse<String> broken = server.json("POST", "/v2/gauges", "{\"name\":\"broken\"}");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("Unexpected")
                .doesNotContain("secret detail")
                .doesNotContain("Exception");
        assertThat(broken.body())
                .contains(broken.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void tellsWhenToTryAgain() {
        HttpResponse<String> busy = server.json("POST", "/v2/gauges", "{\"name\":\"busy\"}");
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void answersHead() {
        HttpResponse<String> own = server.send(server.request("/v2/gauges/a/archive")
                .header("Authorization", GaugeServer.ADMIN)
                .method("HEAD", BodyPublishers.noBody()));
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("X-Archive-Name")).contains("a");
        HttpResponse<String> ofGet =
                server.send(server.request("/v2/gauges/summary").method("HEAD", BodyPublishers.noBody()));
        assertThat(ofGet.statusCode()).isEqualTo(200);
        assertThat(ofGet.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
        assertThat(ofGet.body()).isEmpty();
    }

    private void refused(String path, String... words) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.body()).as(path).contains("\"code\":\"Invalid\"").contains(words);
    }

    private void refusedBody(String body, String... words) {
        HttpResponse<String> answer = server.json("POST", "/v2/gauges", body);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"Invalid\"").contains(words);
    }
}
