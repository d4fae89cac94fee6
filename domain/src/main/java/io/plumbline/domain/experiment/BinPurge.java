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
    private static final int BETWEEN_REPORTS = 20;

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
        Emptying emptying = new Emptying(before(task.input()), progress, task.done());
        Optional<String> token = Optional.empty();
        do {
            Page<Experiment> page = experiments.search(task.organization(), all(token));
            page.items().forEach(emptying::purge);
            token = page.next();
        } while (token.isPresent());
        emptying.tell("");
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

    /** One emptying of the bin, which counts the runs and experiments that are gone, on from where it was cut off. */
    private final class Emptying {
        private final Instant before;
        private final Progress progress;
        private long gone;

        Emptying(Instant before, Progress progress, long gone) {
            this.before = before;
            this.progress = progress;
            this.gone = gone;
        }

        void tell(String message) {
            progress.report(gone, 0, message);
        }

        void purge(Experiment experiment) {
            if (isOlder(experiment.deletedAt())) {
                purgeWhole(experiment);
            } else {
                eachRun(experiment, this::purge);
            }
        }

        private void purge(Run run) {
            if (isOlder(run.deletedAt())) {
                remove(run);
            }
        }

        private void remove(Run run) {
            runPurge.purge(run, (parts, total, message) -> tell(message));
            count(runs.find(run.organization(), run.id()).isEmpty());
        }

        /** Told of now and then also where all are small, so that somebody who cancels does not wait. */
        private void count(boolean isGone) {
            if (isGone && ++gone % BETWEEN_REPORTS == 0) {
                tell("removing runs");
            }
        }

        private void purgeWhole(Experiment experiment) {
            eachRun(experiment, run -> {
                if (isInBin(experiment)) {
                    remove(inBin(run));
                }
            });
            Id organization = experiment.organization();
            while (isInBin(experiment) && artifacts.removePartOfExperiment(organization, experiment.id())) {
                tell("removing artifacts");
            }
            while (isInBin(experiment) && models.removePart(organization, experiment.id())) {
                tell("removing logged models");
            }
            experiments.remove(organization, experiment.id());
            count(experiments.find(organization, experiment.id()).isEmpty());
        }

        /** Looked up anew, since it may have been taken out of the bin. */
        private boolean isInBin(Experiment experiment) {
            return experiments
                    .find(experiment.organization(), experiment.id())
                    .filter(found -> isOlder(found.deletedAt()))
                    .isPresent();
        }

        /** The runs of an experiment go with it, wherever they are. */
        private Run inBin(Run run) {
            return run.lifecycle() == Lifecycle.DELETED
                    ? run
                    : runs.change(
                            run.organization(), run.id(), RunLog.EMPTY, found -> found.deleted(Optional.of(before)));
        }

        private boolean isOlder(Optional<Instant> deletedAt) {
            return deletedAt.filter(at -> at.isBefore(before)).isPresent();
        }
    }

    private void eachRun(Experiment experiment, Consumer<Run> action) {
        List<Run> page = runs.ofExperiment(experiment.organization(), experiment.id(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(action);
            page = runs.ofExperiment(
                    experiment.organization(), experiment.id(), page.getLast().number(), PAGE);
        }
    }
}
