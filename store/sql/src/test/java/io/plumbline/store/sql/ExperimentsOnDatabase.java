package io.plumbline.store.sql;

import io.plumbline.domain.artifact.ArtifactIndex;
import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.LoggedModelStore;
import io.plumbline.domain.experiment.MetricStore;
import io.plumbline.domain.experiment.RunStore;
import io.plumbline.domain.registry.ModelRegistry;
import io.plumbline.store.testkit.ArtifactIndexContract;
import io.plumbline.store.testkit.ExperimentsContract;
import io.plumbline.store.testkit.LoggedModelsContract;
import io.plumbline.store.testkit.ModelRegistryContract;
import io.plumbline.store.testkit.RunsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stores of experiments, artifacts and the registry, each with its suite. */
abstract class ExperimentsOnDatabase {
    @RegisterExtension
    final TestDatabase database;

    ExperimentsOnDatabase(TestDatabase database) {
        this.database = database;
    }

    @Nested
    class OfExperiments extends ExperimentsContract {
        @Override
        protected ExperimentStore store() {
            return new SqlExperiments(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfRuns extends RunsContract {
        @Override
        protected RunStore store() {
            return new SqlRuns(database.database());
        }

        @Override
        protected MetricStore metrics() {
            return new SqlRuns(database.database());
        }

        @Override
        protected ExperimentStore experiments() {
            return new SqlExperiments(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfArtifactIndex extends ArtifactIndexContract {
        @Override
        protected ArtifactIndex index() {
            return new SqlArtifactIndex(database.database());
        }
    }

    @Nested
    class OfLoggedModels extends LoggedModelsContract {
        @Override
        protected LoggedModelStore store() {
            return new SqlLoggedModels(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class OfModelRegistry extends ModelRegistryContract {
        @Override
        protected ModelRegistry registry() {
            return new SqlModelRegistry(database.database());
        }
    }
}
