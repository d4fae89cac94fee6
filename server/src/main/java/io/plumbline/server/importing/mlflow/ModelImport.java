package io.plumbline.server.importing.mlflow;

import io.plumbline.server.importing.mlflow.Source.ModelData;
import io.plumbline.server.importing.mlflow.Source.VersionData;
import io.plumbline.server.importing.mlflow.Target.Known;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings registered models with their versions, stages and aliases, after the runs that made them. */
final class ModelImport {
    private static final String ARTIFACTS = "/artifacts";
    private static final Pattern LOGGED_MODEL = Pattern.compile("models:?/(m-[0-9a-f]{32})");

    private final Source source;
    private final ModelTarget target;
    private final Map<String, Known> runs;
    private final Map<String, Known> loggedModels;
    private final ImportReport report;

    ModelImport(Source source, ModelTarget target, MlflowImport before, ImportReport report) {
        this.source = source;
        this.target = target;
        this.runs = before.runs();
        this.loggedModels = before.loggedModels();
        this.report = report;
    }

    /** Brings all registered models. */
    void bring() {
        for (ModelData model : source.models()) {
            try {
                report.note("registered models", target.register(model));
                bringVersions(model);
            } catch (RefusedRequestException e) {
                report.refused("registered model " + model.name(), e);
            }
        }
    }

    private void bringVersions(ModelData model) {
        Map<Integer, Integer> there = target.versions(model.name());
        for (VersionData version : model.versions()) {
            String name = "version " + version.version() + " of " + model.name();
            Optional<String> place = place(version);
            Integer known = there.get(version.version());
            if (known != null) {
                report.known("model versions");
            } else if (place.isEmpty()) {
                report.left(
                        name,
                        "What it was made of is neither among the artifacts of a run that came nor a logged model that did.");
            } else {
                bring(model, version, place.get(), name);
            }
        }
    }

    private void bring(ModelData model, VersionData version, String place, String name) {
        String run = Optional.ofNullable(runs.get(version.run())).map(Known::id).orElse("");
        int number = target.add(model.name(), version, run, place);
        target.place(model.name(), version, number);
        report.came("model versions", 1);
        if (number != version.version()) {
            report.left("the number of " + name, "The server counts without gaps: it is " + number + " there.");
        }
    }

    /** Where a version's files lie on this server: a logged model, or a folder of its run. */
    private Optional<String> place(VersionData version) {
        Matcher model = LOGGED_MODEL.matcher(version.source());
        if (model.find()) {
            return Optional.ofNullable(loggedModels.get(model.group(1))).map(there -> "models:/" + there.id());
        }
        return Optional.ofNullable(runs.get(version.run()))
                .flatMap(run -> folder(version).map(folder -> "mlflow-artifacts:/" + run.artifacts() + folder));
    }

    /** Where a version's files lie below the artifacts of its run, with a slash in front. */
    private static Optional<String> folder(VersionData version) {
        if (version.source().startsWith("runs:/" + version.run())) {
            return Optional.of(version.source().substring(("runs:/" + version.run()).length()));
        }
        int place = version.source().indexOf(version.run() + ARTIFACTS);
        return place < 0
                ? Optional.empty()
                : Optional.of(version.source().substring(place + version.run().length() + ARTIFACTS.length()));
    }
}
