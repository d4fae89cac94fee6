package io.plumbline.server.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.ContractOperation;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import io.plumbline.server.dialect.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A run with something logged, a file and a registered model.
 *
 * @param id of the run
 */
record TrackedRun(RunningServer server, String id) implements Samples {
    static final String API = "/api/2.0/mlflow/";

    /** Makes them, as the administrator. */
    static TrackedRun in(RunningServer server) {
        String id = made(server.post(API + "runs/create", "{\"run_name\":\"one\"}"))
                .json()
                .at("/run/info/run_id")
                .stringValue();
        made(server.post(
                API + "runs/log-batch",
                "{\"run_id\":\"" + id + "\",\"metrics\":[{\"key\":\"m\",\"value\":1,"
                        + "\"timestamp\":1}],\"params\":[{\"key\":\"p\",\"value\":\"1\"}]}"));
        String file = "/api/2.0/mlflow-artifacts/artifacts/" + file(id);
        made(server.call(RunningServer.ADMIN, "PUT", file, "hello"));
        made(server.post(API + "registered-models/create", "{\"name\":\"a\"}"));
        made(server.post(
                API + "model-versions/create", "{\"name\":\"a\",\"source\":\"s\",\"run_id\":\"" + id + "\"}"));
        return new TrackedRun(server, id);
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String file(String run) {
        return "0/" + run + "/artifacts/file.txt";
    }

    @Override
    public String path(ContractOperation operation) {
        return operation.path(parameter -> switch (parameter) {
            case "artifact_path" -> file(id);
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
