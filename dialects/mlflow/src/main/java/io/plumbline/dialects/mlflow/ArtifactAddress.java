package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.ArtifactOwner;
import io.plumbline.domain.artifact.ArtifactPath;
import io.plumbline.domain.experiment.LoggedModel;
import io.plumbline.domain.experiment.LoggedModels;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.domain.identity.Caller;
import java.util.List;

/**
 * Where a file lies, as clients address it: {@code experiment/run/artifacts/path}, or {@code experiment/models/model/artifacts/path}.
 *
 * @param owner the run or the logged model
 * @param path below it
 */
record ArtifactAddress(ArtifactOwner owner, ArtifactPath path) {
    private static final String SCHEME = "mlflow-artifacts:/";
    private static final String MODELS = "models";
    private static final String ARTIFACTS = "artifacts";
    private static final int NAMES_OF_RUN = 3;
    private static final int NAMES_OF_MODEL = 4;

    static String ofExperiment(long experiment) {
        return SCHEME + experiment;
    }

    static String of(Run run) {
        return ofExperiment(run.experimentNumber()) + "/" + WireId.of(run.id()) + "/" + ARTIFACTS;
    }

    static String of(LoggedModel model) {
        return ofExperiment(model.experimentNumber()) + "/" + MODELS + "/" + WireId.ofModel(model.id()) + "/"
                + ARTIFACTS;
    }

    /**
     * The address of a text.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where the caller has no such run or model; of
     *     {@link io.plumbline.domain.Failure.Invalid} where the path leads elsewhere
     */
    static ArtifactAddress read(Caller caller, String text, RunReading runs, LoggedModels models) {
        ArtifactPath whole = ArtifactPath.of(text);
        List<String> names = whole.names();
        boolean model = names.size() > 1 && names.get(1).equals(MODELS);
        int depth = model ? NAMES_OF_MODEL : NAMES_OF_RUN;
        if (names.size() < depth || !names.get(depth - 1).equals(ARTIFACTS)) {
            throw PlumblineException.invalid(
                    "path",
                    "the path of an artifact is EXPERIMENT/RUN/artifacts/PATH or EXPERIMENT/models/MODEL/artifacts/PATH");
        }
        ArtifactOwner owner = model
                ? owner(models.find(caller, WireId.model(names.get(2))), names.getFirst())
                : owner(runs.find(caller, WireId.run(names.get(1))), names.getFirst());
        return new ArtifactAddress(owner, whole.below(depth));
    }

    private static ArtifactOwner owner(Run run, String experiment) {
        requireSame(experiment, run.experimentNumber());
        return owner(run);
    }

    private static ArtifactOwner owner(LoggedModel model, String experiment) {
        requireSame(experiment, model.experimentNumber());
        return new ArtifactOwner(model.organization(), model.experiment(), model.id());
    }

    static ArtifactOwner owner(Run run) {
        return new ArtifactOwner(run.organization(), run.experiment(), run.id());
    }

    private static void requireSame(String given, long experiment) {
        if (!given.equals(Long.toString(experiment))) {
            throw PlumblineException.notFound("artifact", given);
        }
    }
}
