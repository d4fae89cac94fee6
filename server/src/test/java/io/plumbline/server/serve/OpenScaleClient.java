package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server as OpenScale's clients do. */
final class OpenScaleClient implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String credential;

    OpenScaleClient(URI server, String credential) {
        this.server = server;
        this.credential = credential;
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    /** What a call that makes something answers. */
    JsonNode make(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return MAPPER.readTree(answer.body());
    }

    /** A data set of the instance, whose records bring ids of their own. */
    String makeDataSet() throws IOException, InterruptedException {
        String mart = make("/v2/data_marts", "{\"name\":\"ours\",\"internal_database\":true}")
                .at("/metadata/id")
                .asString();
        return make("/v2/data_sets", """
                        {"name": "readings", "type": "custom", "data_mart_id": "%s",
                         "target": {"target_type": "data_mart", "target_id": "%s"},
                         "data_schema": {"type": "struct", "fields": [
                           {"name": "id", "type": "string", "nullable": false, "metadata": {"modeling_role": "record-id"}},
                           {"name": "at", "type": "timestamp", "nullable": true, "metadata": {"modeling_role": "record-timestamp"}},
                           {"name": "amount", "type": "double", "nullable": true, "metadata": {}},
                           {"name": "kind", "type": "string", "nullable": true, "metadata": {}}]}}
                        """.formatted(mart, mart))
                .at("/metadata/id")
                .asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + credential);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
