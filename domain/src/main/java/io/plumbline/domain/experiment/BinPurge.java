package io.plumbline.domain.experiment;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.artifact.Artifacts;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentAttribute;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentOrder;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Deletes for good what was put into the bin before a time: runs, and experiments with their runs, logged models and files. Whatever is taken out
 * of the bin before its turn stays. Memory does not grow with what lies there.
 */
public final class BinPurge implements TaskHandler {
    /** The kind of tasks it does. */
    public static final String KIND = "bin-purge";

    private static final int PAGE = 200;

    private final ExperimentStore experiments;
    private final RunStore runs;
    private final LoggedModelStore models;
    private final Artifacts artifacts;
    private final RunPurge runPurge;

    /** Over these stores. */
    public BinPurge(ExperimentStore experiments, RunStore runs, LoggedModelStore models, Artifacts artifacts) {
        this.experiments = experiments;
        this.runs = runs;
        this.models = models;
        this.artifacts = artifacts;
        this.runPurge = new RunPurge(runs, artifacts);
    }

    /** What a task needs: the time before which things were put into the bin, as a JSON string. */
    static Document input(Instant before) {
        return new Document("\"" + before + "\"");
    }

    private static Instant before(Document input) {
        return Instant.parse(input.json().replace("\"", ""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Document run(Task task, Progress progress) {
        Instant before = before(task.input());
        Optional<String> token = Optional.empty();
        do {
            Page<Experiment> page = experiments.search(task.organization(), all(token));
            page.items().forEach(experiment -> purge(experiment, before, progress));
            token = page.next();
        } while (token.isPresent());
        return Document.EMPTY;
    }

    private static ExperimentQuery all(Optional<String> token) {
        return new ExperimentQuery(
                LifecycleView.ALL,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new ExperimentOrder(ExperimentAttribute.NUMBER, Order.Direction.ASCENDING)),
                PageRequest.after(PAGE, token));
    }

    private void purge(Experiment experiment, Instant before, Progress progress) {
        if (isOlder(experiment.deletedAt(), before)) {
            purgeWhole(experiment, before, progress);
        } else {
            eachRun(experiment, run -> purge(run, before, progress));
        }
    }

    private void purge(Run run, Instant before, Progress progress) {
        if (isOlder(run.deletedAt(), before)) {
            runPurge.purge(run, progress);
        }
    }

    private void purgeWhole(Experiment experiment, Instant before, Progress progress) {
        eachRun(experiment, run -> {
            if (isInBin(experiment, before)) {
                runPurge.purge(inBin(run, before), progress);
            }
        });
        Id organization = experiment.organization();
        while (isInBin(experiment, before) && artifacts.removePartOfExperiment(organization, experiment.id())) {
            progress.report(0, 0, "removing artifacts");
        }
        while (isInBin(experiment, before) && models.removePart(organization, experiment.id())) {
            progress.report(0, 0, "removing logged models");
        }
        experiments.remove(organization, experiment.id());
    }

    /** Looked up anew, since it may have been taken out of the bin. */
    private boolean isInBin(Experiment experiment, Instant before) {
        return experiments
                .find(experiment.organization(), experiment.id())
                .filter(found -> isOlder(found.deletedAt(), before))
                .isPresent();
    }

    /** The runs of an experiment go with it, wherever they are. */
    private Run inBin(Run run, Instant at) {
        return run.lifecycle() == Lifecycle.DELETED
                ? run
                : runs.change(run.organization(), run.id(), RunLog.EMPTY, found -> found.deleted(Optional.of(at)));
    }

    private void eachRun(Experiment experiment, Consumer<Run> action) {
        List<Run> page = runs.ofExperiment(experiment.organization(), experiment.id(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(action);
            page = runs.ofExperiment(
                    experiment.organization(), experiment.id(), page.getLast().number(), PAGE);
        }
    }

    private static boolean isOlder(Optional<Instant> deletedAt, Instant before) {
        return deletedAt.filter(at -> at.isBefore(before)).isPresent();
    }
}
