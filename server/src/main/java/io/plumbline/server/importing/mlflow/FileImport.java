package io.plumbline.server.importing.mlflow;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.importing.mlflow.Source.ExperimentData;
import io.plumbline.server.importing.mlflow.Source.File;
import io.plumbline.server.importing.mlflow.Source.FileOwner;
import io.plumbline.server.importing.mlflow.Target.Known;

/** Brings the files of runs and of logged models. */
final class FileImport {
    private final Source source;
    private final Target target;
    private final Progress progress;
    private final ImportReport report;

    FileImport(Source source, Target target, Progress progress, ImportReport report) {
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.report = report;
    }

    /** Brings those of an owner to what came of it; what lies where the source cannot read is told. */
    void bring(ExperimentData experiment, FileOwner owner, Known to) {
        source.elsewhere(experiment, owner)
                .ifPresent(place -> report.left(
                        "artifacts of " + named(owner) + " at " + place,
                        "They lie elsewhere than in the folder, which is not read. Import from the MLflow server, which reads them, or "
                                + "log them anew."));
        for (File file : source.artifacts(experiment, owner)) {
            progress.report("artifact " + file.path(), 0, 0);
            target.upload(to, file.path(), () -> source.open(experiment, owner, file));
            report.came("artifacts", 1);
        }
    }

    private static String named(FileOwner owner) {
        return switch (owner.kind()) {
            case RUN -> "run " + owner.id();
            case LOGGED_MODEL -> "logged model " + owner.id();
        };
    }
}
