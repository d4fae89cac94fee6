package io.plumbline.server.serve;

import io.plumbline.dialects.mlflow.ArtifactsAdapter;
import io.plumbline.dialects.mlflow.ExperimentsAdapter;
import io.plumbline.dialects.mlflow.LoggedModelsAdapter;
import io.plumbline.dialects.mlflow.MlflowDialect;
import io.plumbline.dialects.mlflow.ModelVersionsAdapter;
import io.plumbline.dialects.mlflow.RegisteredModelsAdapter;
import io.plumbline.dialects.mlflow.RunsAdapter;
import io.plumbline.dialects.mlflow.ServerAdapter;
import java.util.random.RandomGenerator;

/** The MLflow dialect over the core. */
final class Mlflow {
    private Mlflow() {}

    /** Every operation of the dialect over these use cases. */
    static MlflowDialect over(Tracking core, RandomGenerator random) {
        return new MlflowDialect(
                new ExperimentsAdapter(core.experiments()),
                new RunsAdapter(
                        core.runs(),
                        core.reading(),
                        core.loggedModels(),
                        core.experiments(),
                        () -> "run-%08x".formatted(random.nextInt())),
                new ArtifactsAdapter(core.artifacts(), core.reading(), core.loggedModels()),
                new RegisteredModelsAdapter(core.registry()),
                new ModelVersionsAdapter(core.registry(), core.loggedModels()),
                new LoggedModelsAdapter(core.loggedModels(), core.artifacts(), core.experiments()),
                new ServerAdapter());
    }
}
