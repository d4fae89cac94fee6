package io.plumbline.server.importing.mlflow;

import io.plumbline.server.importing.mlflow.Source.ExperimentData;
import io.plumbline.server.importing.mlflow.Source.FileOwner;
import io.plumbline.server.importing.mlflow.Source.LoggedModelData;
import io.plumbline.server.importing.mlflow.Target.Known;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the models that MLflow 3 keeps besides the artifacts of runs, after the runs that made them. */
final class LoggedModelImport {
    private final Source source;
    private final LoggedModelTarget target;
    private final FileImport files;
    private final ImportReport report;
    private final Map<String, Known> there = new HashMap<>();

    LoggedModelImport(Source source, LoggedModelTarget target, FileImport files, ImportReport report) {
        this.source = source;
        this.target = target;
        this.files = files;
        this.report = report;
    }

    /** The models that are there now, by their ids at the source. */
    Map<String, Known> there() {
        return there;
    }

    /** Brings those of an experiment whose runs are these, by their ids at the source. */
    void bring(ExperimentData experiment, String to, Map<String, Known> runs) {
        List<LoggedModelData> models = source.loggedModels(experiment);
        if (models.isEmpty()) {
            return;
        }
        Map<String, Known> before = target.models(to);
        for (LoggedModelData model : models) {
            try {
                bring(experiment, to, model, runs, Optional.ofNullable(before.get(model.id())));
            } catch (RefusedRequestException e) {
                report.refused("logged model " + model.id(), e);
            }
        }
    }

    private void bring(
            ExperimentData experiment,
            String to,
            LoggedModelData model,
            Map<String, Known> runs,
            Optional<Known> known) {
        if (known.isPresent() && known.get().complete()) {
            there.put(model.id(), known.get());
            report.known("logged models");
            return;
        }
        Optional<Known> run = Optional.ofNullable(runs.get(model.run()));
        if (run.isEmpty() && !model.run().isEmpty()) {
            report.left(
                    "the run of logged model " + model.id(), "It is no active run of the source, or it was refused.");
        }
        Known added = known.orElseGet(() -> target.add(to, model, run));
        files.bring(experiment, FileOwner.model(model.id()), added);
        target.finish(added, model, run);
        there.put(model.id(), added);
        report.came("logged models", 1);
    }
}
