package io.plumbline.server.importing.mlflow;

import io.plumbline.server.importing.mlflow.Source.ModelData;
import io.plumbline.server.importing.mlflow.Source.VersionData;
import io.plumbline.server.importing.mlflow.Target.Known;
import java.util.Map;
import java.util.Optional;

/** Brings registered models with their versions, stages and aliases, after the runs that made them. */
final class ModelImport {
    private static final String ARTIFACTS = "/artifacts";

    private final Source source;
    private final ModelTarget target;
    private final Map<String, Known> runs;
    private final ImportReport report;

    ModelImport(Source source, ModelTarget target, Map<String, Known> runs, ImportReport report) {
        this.source = source;
        this.target = target;
        this.runs = runs;
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
            Optional<Known> run = Optional.ofNullable(runs.get(version.run()));
            Integer known = there.get(version.version());
            if (known != null) {
                report.known("model versions");
            } else if (run.isEmpty()) {
                report.left(name, "The run that made it did not come.");
            } else {
                bring(model, version, run.get(), name);
            }
        }
    }

    private void bring(ModelData model, VersionData version, Known run, String name) {
        Optional<String> folder = folder(version);
        if (folder.isEmpty()) {
            report.left(name, "Its files are not among the artifacts of its run.");
            return;
        }
        String place = "mlflow-artifacts:/" + run.artifacts() + folder.get();
        int number = target.add(model.name(), version, run.id(), place);
        target.place(model.name(), version, number);
        report.came("model versions", 1);
        if (number != version.version()) {
            report.left("the number of " + name, "The server counts without gaps: it is " + number + " there.");
        }
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
