package io.plumbline.dialects.openscale.archives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.models.OpenScaleServer;
import io.plumbline.dialects.openscale.models.OpenScaleServer.Answer;
import io.plumbline.dialects.openscale.models.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class DriftArchivesTest {
    private static final String V2 = "/monitoring_services/drift_v2/archives?subscription_id=";
    private static final String UNKNOWN = "00000000-0000-8000-8000-000000000001";

    private final OpenScaleServer server = new OpenScaleServer();
    private final String subscription = server.post("/subscriptions", Requests.credit(server))
            .expect(202)
            .at("/metadata/id")
            .stringValue();
    private final String uploads =
            "/monitoring_services/drift/data_marts/" + server.dataMart + "/subscriptions/" + subscription + "/archives";

    @AfterEach
    void close() {
        server.close();
    }

    private Answer upload(String method, String path, String content) {
        return server.call(method, path, content, "application/octet-stream", "editor");
    }

    private String monitor(String definition) {
        ObjectNode request = Requests.json("{}");
        request.put("data_mart_id", server.dataMart).put("monitor_definition_id", definition);
        request.putObject("target").put("target_type", "subscription").put("target_id", subscription);
        return server.post("/monitor_instances", request)
                .expect(201)
                .at("/metadata/id")
                .stringValue();
    }

    private static String archive(String monitor) {
        return "/monitoring_services/drift/monitor_instances/" + monitor + "/archives";
    }

    @Test
    void anArchiveComesBackAsItWentIn() {
        upload("POST", uploads + "?archive_name=mine.tar.gz&enable_model_drift=false", "first")
                .expect(200);
        String monitor = monitor("drift");
        Answer got = server.get(archive(monitor));
        assertThat(got.text()).isEqualTo("first");
        assertThat(got.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(got.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"mine.tar.gz\"");
        Answer head = server.call("HEAD", archive(monitor), "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains("5");
        assertThat(head.headers().firstValue("Last-Modified")).contains("Wed, 4 Mar 2026 05:06:07 GMT");
        upload("POST", uploads, "second").expect(200);
        assertThat(server.get(archive(monitor)).headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"user_drift.tar.gz\"");
        assertThat(server.get(archive(monitor)).text()).isEqualTo("second");
    }

    @Test
    void theLastOneIsTheBaselineOfDriftV2() {
        server.get(V2 + subscription).expectError(404, "archive");
        upload("PUT", V2 + subscription + "&archive_name=Gr%C3%BC%C3%9Fe%20%22x%22.tar.gz", "bytes")
                .expect(200);
        assertThat(server.get(V2 + subscription + "&archive_id=baseline").text())
                .isEqualTo("bytes");
        Answer head = server.call("HEAD", V2 + subscription, "");
        assertThat(head.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%22x%22.tar.gz");
        server.get(V2 + subscription + "&archive_id=older").expectError(404, "older");
        server.get(archive(monitor("drift_v2"))).expectError(404, "drift monitor");
        assertThat(server.call("HEAD", V2 + UNKNOWN, "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"'', 400, empty", "?archive_name=%0A, 400, name", "?archive_name=%20, 400, name"})
    void whatIsNoArchiveIsRefused(String query, int status, String message) {
        String content = query.isEmpty() ? "" : "bytes";
        upload("POST", uploads + query, content).expectError(status, message);
        server.get(archive(monitor("drift"))).expectError(404, "archive");
    }

    @Test
    void whatIsTooLargeLeavesTheOneBefore() {
        upload("PUT", V2 + subscription, "small").expect(200);
        upload("PUT", V2 + subscription, "x".repeat(OpenScaleServer.LARGEST_ARCHIVE + 1))
                .expectError(413, "1000");
        assertThat(server.get(V2 + subscription).text()).isEqualTo("small");
    }

    @Test
    void anotherPlaceIsNotFound() {
        upload("POST", uploads.replace(server.dataMart, UNKNOWN), "bytes").expectError(404, "data mart");
        upload("POST", uploads.replace(subscription, UNKNOWN), "bytes").expectError(404, "subscription");
        upload("PUT", V2 + UNKNOWN, "bytes").expectError(404, "subscription");
        server.call("PUT", V2 + subscription, "{}").expectError(415, "octet-stream");
    }

    @Test
    void itGoesWithItsMonitor() {
        upload("POST", uploads, "bytes").expect(200);
        server.delete("/monitor_instances/" + monitor("drift")).expect(202);
        server.get(archive(monitor("drift"))).expectError(404, "archive");
    }
}
