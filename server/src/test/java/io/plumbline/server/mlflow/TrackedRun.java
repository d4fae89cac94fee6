package io.plumbline.server.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.ContractOperation;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import io.plumbline.server.dialect.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A run with something logged, a file and a registered model.
 *
 * @param id of the run
 * @param file address of its file
 */
record TrackedRun(RunningServer server, String id, String file) implements Samples {
    static final String API = "/api/2.0/mlflow/";

    /** Makes them, as the administrator. */
    static TrackedRun in(RunningServer server) {
        JsonNode info = made(server.post(API + "runs/create", "{\"run_name\":\"one\"}"))
                .json()
                .at("/run/info");
        String id = info.path("run_id").stringValue();
        String file = info.path("experiment_id").stringValue() + "/" + id + "/artifacts/file.txt";
        made(server.post(
                API + "runs/log-batch",
                "{\"run_id\":\"" + id + "\",\"metrics\":[{\"key\":\"m\",\"value\":1,"
                        + "\"timestamp\":1}],\"params\":[{\"key\":\"p\",\"value\":\"1\"}]}"));
        made(server.call(RunningServer.ADMIN, "PUT", "/api/2.0/mlflow-artifacts/artifacts/" + file, "hello"));
        made(server.post(API + "registered-models/create", "{\"name\":\"a\"}"));
        made(server.post(API + "model-versions/create", "{\"name\":\"a\",\"source\":\"s\",\"run_id\":\"" + id + "\"}"));
        return new TrackedRun(server, id, file);
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    @Override
    public String path(ContractOperation operation) {
        return operation.path(parameter -> switch (parameter) {
            case "artifact_path" -> file;
            case "model_id" -> "m-" + id;
            default -> "a";
        });
    }

    @Override
    public boolean names(ContractOperation operation) {
        return operation.path().contains("{artifact_path}");
    }

    @Override
    public Collection<String> ids() {
        return List.of(id);
    }

    /** Where the run is read. */
    String place() {
        return API + "runs/get?run_id=" + id;
    }

    @Override
    public Map<String, String> asItIs() {
        return Map.of(place(), server.get(place()).text());
    }
}
