package io.plumbline.server.modellab;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A server, written to as MLflow's clients do and read as those of Model Lab do. */
record Lab(RunningServer server) {
    static final String PREFIX = "/api/v2/model-lab-api";
    private static final String MLFLOW = "/api/2.0/mlflow/";

    /** Makes a project, and tells its id. */
    String project(String name) {
        return write("experiments/create", "{\"name\":\"" + name + "\"}")
                .path("experiment_id")
                .asString();
    }

    /** Makes a run, and tells its MLflow id. */
    String run(String project, String name, String more) {
        return write(
                        "runs/create",
                        "{\"experiment_id\":\"" + project + "\",\"run_name\":\"" + name
                                + "\",\"start_time\":1778813692581" + more + "}")
                .at("/run/info/run_id")
                .asString();
    }

    /** Logs a batch to a run. */
    void log(String run, String batch) {
        write("runs/log-batch", "{\"run_id\":\"" + run + "\"," + batch + "}");
    }

    /** Calls an operation of MLflow's. */
    JsonNode write(String operation, String body) {
        Answer answer = server.post(MLFLOW + operation, body);
        assertThat(answer.status()).as(operation + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Stores an artifact of a run. */
    void upload(String project, String run, String path, String content) {
        HttpResponse<String> answer = server.send(
                server.request("/api/2.0/mlflow-artifacts/artifacts/" + project + "/" + run + "/artifacts/" + path)
                        .header("Authorization", "Bearer " + RunningServer.ADMIN + "-key")
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofString(content)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Calls an operation of Model Lab's, as its clients do. */
    Answer call(String user, String method, String path) {
        return new Answer(server.send(server.request(PREFIX + path)
                .header("DD-API-KEY", "anything")
                .header("DD-APPLICATION-KEY", user + "-key")
                .method(method, BodyPublishers.noBody())));
    }

    /** Reads, as the administrator. */
    JsonNode get(String path) {
        Answer answer = call(RunningServer.ADMIN, "GET", path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The names of the listed runs, in order; parameters are names and values in turn. */
    List<String> names(String list, String... parameters) {
        return get(list + query(parameters))
                .path("data")
                .valueStream()
                .map(entry -> entry.at("/attributes/name").asString())
                .toList();
    }

    static String query(String... parameters) {
        StringBuilder query = new StringBuilder("?");
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(encoded(parameters[i]))
                    .append('=')
                    .append(encoded(parameters[i + 1]))
                    .append('&');
        }
        return query.substring(0, query.length() - 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The Model Lab id of the run of this name. */
    String numberOf(String name) {
        return get("/runs" + query("filter", name)).at("/data/0/id").asString();
    }
}
