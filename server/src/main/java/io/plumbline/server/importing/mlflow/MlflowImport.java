package io.plumbline.server.importing.mlflow;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.importing.mlflow.Source.ExperimentData;
import io.plumbline.server.importing.mlflow.Source.FileOwner;
import io.plumbline.server.importing.mlflow.Target.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings all of a source to a server, run by run, parents first. A run that is all there is passed over; one that was cut off is gone on with:
 * params and tags are sent again, which changes nothing, and of each metric the points that are not there.
 */
final class MlflowImport {
    private static final String PARENT = "mlflow.parentRunId";

    private final Source source;
    private final Target target;
    private final Progress progress;
    private final ImportReport report;
    private final FileImport files;
    private final LoggedModelImport models;
    private final Map<String, Known> runs = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    MlflowImport(Source source, Target target, LoggedModelTarget models, Progress progress, ImportReport report) {
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.report = report;
        this.files = new FileImport(source, target, progress, report);
        this.models = new LoggedModelImport(source, models, files, report);
    }

    /** The logged models that are there now, by their ids at the source. */
    Map<String, Known> loggedModels() {
        return models.there();
    }

    /** The runs that are there now, by their ids at the source. */
    Map<String, Known> runs() {
        return runs;
    }

    /** Brings all experiments. */
    void bring() {
        for (ExperimentData experiment : source.experiments()) {
            if (experiment.deleted()) {
                report.left("experiment " + experiment.name(), "It is deleted at the source.");
            } else {
                attempt("experiment " + experiment.name(), () -> bring(experiment));
            }
        }
    }

    private void bring(ExperimentData experiment) {
        Optional<String> there = target.experiment(experiment);
        String to = there.orElseGet(() -> target.add(experiment));
        report.note("experiments", there.isPresent());
        List<String> ids =
                source.runs(experiment, deleted -> report.left("run " + deleted, "It is deleted at the source."));
        Set<String> own = Set.copyOf(ids);
        long done = 0;
        for (String id : ids) {
            progress.report("runs of " + experiment.name(), done++, ids.size());
            attempt("run " + id, () -> bring(experiment, to, own, id));
        }
        attempt("logged models of experiment " + experiment.name(), () -> models.bring(experiment, to, runs));
    }

    /** What the server refuses does not stop the others. */
    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RefusedRequestException e) {
            report.refused(what, e);
        }
    }

    private void bring(ExperimentData experiment, String to, Set<String> own, String id) {
        if (!begun.add(id)) {
            return;
        }
        Optional<Known> there = target.run(to, id);
        if (there.isPresent() && there.get().complete()) {
            runs.put(id, there.get());
            report.known("runs");
            return;
        }
        RunData run = source.run(experiment, id);
        run.parent()
                .filter(own::contains)
                .ifPresent(parent -> attempt("run " + parent, () -> bring(experiment, to, own, parent)));
        Map<String, String> tags = tags(run);
        Known known = there.orElseGet(() -> target.add(to, run, tags));
        fill(experiment, run, tags, known);
        runs.put(id, known);
        report.came("runs", 1);
    }

    /** The tags with the parent's id on this server; without it where the parent did not come. */
    private Map<String, String> tags(RunData run) {
        Map<String, String> tags = new LinkedHashMap<>(run.tags());
        tags.keySet().removeIf(key -> key.startsWith(Target.MARK));
        run.parent().ifPresent(parent -> {
            Known known = runs.get(parent);
            if (known == null) {
                tags.remove(PARENT);
                report.left(
                        "the parent of run " + run.id(), "It is no active run of the experiment, or it was refused.");
            } else {
                tags.put(PARENT, known.id());
            }
        });
        return tags;
    }

    private void fill(ExperimentData experiment, RunData run, Map<String, String> tags, Known known) {
        target.describe(known, run.params(), tags);
        target.addInputs(known, run.inputs());
        run.metrics().forEach(key -> bringPoints(experiment, run, known, key));
        files.bring(experiment, FileOwner.run(run.id()), known);
        target.finish(known, run);
    }

    /** Points are sent in one order, so that those that are there are the first ones. */
    private void bringPoints(ExperimentData experiment, RunData run, Known known, String key) {
        long[] there = {target.points(known, key)};
        Target.PointBatch batch = target.pointsOf(known);
        source.points(experiment, run, key, point -> {
            if (there[0] > 0) {
                there[0]--;
            } else {
                batch.add(point);
                report.came("metric points", 1);
            }
        });
        batch.send();
    }
}
