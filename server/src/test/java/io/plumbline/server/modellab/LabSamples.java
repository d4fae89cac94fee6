package io.plumbline.server.modellab;

import io.plumbline.server.dialect.ContractOperation;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A project with a run that has an artifact. */
record LabSamples(RunningServer server, String project, String run, String number) implements Samples {
    static LabSamples in(RunningServer server) {
        Lab lab = new Lab(server);
        String project = lab.project("secret-project");
        String run = lab.run(project, "secret-run", "");
        lab.log(
                run,
                "\"params\":[{\"key\":\"secret-param\",\"value\":\"1\"}],\"tags\":[{\"key\":\"secret-tag\",\"value\":\"v\"}]");
        lab.write(
                "experiments/set-experiment-tag",
                "{\"experiment_id\":\"" + project + "\",\"key\":\"secret-tag\",\"value\":\"secret-value\"}");
        lab.upload(project, run, "secret.txt", "bytes");
        return new LabSamples(server, project, run, lab.numberOf("secret-run"));
    }

    @Override
    public String path(ContractOperation operation) {
        return operation.path(parameter -> parameter.equals("project_id") ? project : number);
    }

    @Override
    public String query(ContractOperation operation) {
        return switch (operation.description().path("operationId").asString()) {
            case "listModelLabRunFacetKeys" -> "filter%5Bproject_id%5D=" + project + "&";
            case "listModelLabRunFacetValues" ->
                "filter%5Bproject_id%5D=" + project + "&facet_type=parameter&facet_name=secret-param&";
            case "listModelLabProjectFacetValues" -> "facet_type=tag&facet_name=secret-tag&";
            case "getModelLabArtifactContent" ->
                "project_id=" + project + "&artifact_path=" + run + "%2Fartifacts%2Fsecret.txt&";
            default -> "";
        };
    }

    @Override
    public boolean names(ContractOperation operation) {
        return operation.path().contains("{") || query(operation).contains("project");
    }

    @Override
    public Collection<String> ids() {
        return List.of("secret-project", "secret-run", "secret-tag\"]", "secret-value", run);
    }

    @Override
    public Map<String, String> asItIs() {
        return List.of(Lab.PREFIX + "/projects/" + project, Lab.PREFIX + "/runs/" + number).stream()
                .collect(Collectors.toMap(
                        Function.identity(), path -> server.get(path).text()));
    }
}
