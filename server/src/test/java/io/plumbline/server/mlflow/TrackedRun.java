package io.plumbline.server.mlflow;

import io.plumbline.server.openscale.RunningServer;

/** A run with something logged, a file and a registered model, for tests that call every operation. */
final class TrackedRun {
    private TrackedRun() {}

    /** Makes them; returns the id of the run. */
    static String in(RunningServer server) {
        String api = "/api/2.0/mlflow/";
        String run = server.post(api + "runs/create", "{\"run_name\":\"one\"}")
                .json()
                .at("/run/info/run_id")
                .stringValue();
        server.post(
                api + "runs/log-batch",
                "{\"run_id\":\"" + run + "\",\"metrics\":[{\"key\":\"m\",\"value\":1,"
                        + "\"timestamp\":1}],\"params\":[{\"key\":\"p\",\"value\":\"1\"}]}");
        server.call(RunningServer.ADMIN, "PUT", "/api/2.0" + parameterPath(run), "hello");
        server.post(api + "registered-models/create", "{\"name\":\"a\"}");
        server.post(api + "model-versions/create", "{\"name\":\"a\",\"source\":\"s\",\"run_id\":\"" + run + "\"}");
        return run;
    }

    private static String parameterPath(String run) {
        return "/mlflow-artifacts/artifacts/" + parameter("artifact_path", run);
    }

    /** The value of a parameter of a path. */
    static String parameter(String name, String run) {
        return switch (name) {
            case "artifact_path" -> "1/" + run + "/artifacts/file.txt";
            case "model_id" -> "m-" + run;
            default -> "a";
        };
    }
}
