package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.LoggedModel;
import io.plumbline.domain.experiment.LoggedModels;
import io.plumbline.domain.identity.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where versions come from: {@code models:/m-...} is a logged model, by which clients of 3.x say which run made it, too. */
final class ModelSources {
    private static final String LOGGED = "models:/m-";
    private static final int SCHEME = "models:/".length();

    private final LoggedModels models;

    ModelSources(LoggedModels models) {
        this.models = models;
    }

    /** The run that is named, or else the one that made the logged model. */
    Optional<Id> run(Caller caller, @Nullable String run, @Nullable String modelId, String source) {
        return run != null && !run.isEmpty()
                ? Optional.of(WireId.run(run))
                : model(caller, modelId, source).flatMap(LoggedModel::run);
    }

    private Optional<LoggedModel> model(Caller caller, @Nullable String modelId, String source) {
        if (modelId != null && !modelId.isEmpty()) {
            return Optional.of(models.find(caller, WireId.model(modelId)));
        }
        return source.startsWith(LOGGED)
                ? Optional.of(models.find(caller, WireId.model(source.substring(SCHEME))))
                : Optional.empty();
    }

    /** Where the files are. */
    String address(Caller caller, String source) {
        return model(caller, null, source).map(ArtifactAddress::of).orElse(source);
    }
}
