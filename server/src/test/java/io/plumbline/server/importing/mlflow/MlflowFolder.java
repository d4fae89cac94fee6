package io.plumbline.server.importing.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a folder as MLflow's file store does. */
final class MlflowFolder {
    static final String PARENT = "a".repeat(32);
    static final String CHILD = "0".repeat(32);
    static final String DELETED = "d".repeat(32);
    static final String MODEL = "m-" + "b".repeat(32);

    private final Path root;

    private MlflowFolder(Path root) {
        this.root = root;
    }

    /** Two runs, one below the other, a deleted run, a deleted experiment, and a model with a version of the parent. */
    static Path in(Path root) throws IOException {
        MlflowFolder folder = new MlflowFolder(root);
        folder.write("7/meta.yaml", "experiment_id: '7'\nlifecycle_stage: active\nname: credit\n");
        folder.write("7/tags/team", "risk");
        folder.write(".trash/8/meta.yaml", "experiment_id: '8'\nlifecycle_stage: deleted\nname: old\n");
        folder.run(PARENT, "parent", "active", 3);
        folder.write("7/" + PARENT + "/params/depth", "3");
        folder.write("7/" + PARENT + "/params/opt/rate", "0.1");
        folder.write("7/" + PARENT + "/tags/kind", "outer");
        folder.write("7/" + PARENT + "/metrics/loss", "1000 0.5 0\n1001 nan 1\n1002 0.25 2\n");
        folder.write("7/" + PARENT + "/artifacts/model/MLmodel", "flavors: {}\n");
        folder.write("7/" + PARENT + "/artifacts/notes.txt", "hello");
        folder.run(CHILD, "child", "active", 4);
        folder.write("7/" + CHILD + "/tags/mlflow.parentRunId", PARENT);
        folder.run(DELETED, "gone", "deleted", 3);
        folder.write("models/scorer/meta.yaml", "name: scorer\ndescription: scores\n");
        folder.write(
                "models/scorer/version-1/meta.yaml",
                "version: 1\nrun_id: " + PARENT + "\nsource: file:///x/mlruns/7/" + PARENT
                        + "/artifacts/model\ncurrent_stage: Production\n");
        folder.write("models/scorer/aliases/best", "1");
        folder.loggedModel();
        return root;
    }

    /** A model of MLflow 3, by the parent, with a registered version. */
    private void loggedModel() throws IOException {
        String place = "7/models/" + MODEL;
        write(
                place + "/meta.yaml",
                "artifact_location: file:///x/mlruns/" + place + "/artifacts\ncreation_timestamp: 1778813692581\n"
                        + "experiment_id: '7'\nlast_updated_timestamp: 1778813692581\nmodel_id: " + MODEL
                        + "\nmodel_type: classifier\nname: forest\nsource_run_id: " + PARENT
                        + "\nstatus: READY\nstatus_message: null\n");
        write(place + "/params/trees", "100");
        write(place + "/tags/team", "risk");
        write(place + "/artifacts/MLmodel", "flavors: {}\n");
        write("7/" + PARENT + "/outputs/" + MODEL + "/meta.yaml", "source_id: " + MODEL + "\nstep: 12\ntags: {}\n");
        write("7/models/m-" + DELETED + "/meta.yaml", "name: gone\nlifecycle_stage: deleted\n");
        write(
                "models/scorer/version-2/meta.yaml",
                "version: 2\nrun_id: " + PARENT + "\nsource: models:/" + MODEL + "\ncurrent_stage: None\n");
    }

    private void run(String id, String name, String stage, int status) throws IOException {
        write(
                "7/" + id + "/meta.yaml",
                "run_id: " + id + "\nrun_name: " + name + "\nuser_id: ada\nstatus: " + status
                        + "\nstart_time: 1778813692581\nend_time: 1778813700000\nlifecycle_stage: " + stage + "\n");
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
