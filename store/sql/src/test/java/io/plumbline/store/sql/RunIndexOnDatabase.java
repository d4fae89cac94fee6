package io.plumbline.store.sql;

import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunStore;
import io.plumbline.store.testkit.RunIndexChangesContract;
import io.plumbline.store.testkit.RunIndexContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The index of runs with its suites, as it searches, and as it would if there were many runs. */
abstract class RunIndexOnDatabase {
    /** No search sorts all that a condition leaves, and parts of an order end among runs of one value. */
    private static final RunSearch.Effort OF_MANY = new RunSearch.Effort(4, 6);

    abstract TestDatabase newDatabase();

    @Nested
    class OfRuns extends RunIndexContract {
        @RegisterExtension
        final ClassDatabase database = new ClassDatabase(newDatabase());

        @Override
        protected RunIndex index() {
            return new SqlRunIndex(database.database());
        }

        @Override
        protected RunStore runs() {
            return new SqlRuns(database.database());
        }

        @Override
        protected ExperimentStore experiments() {
            return new SqlExperiments(database.database());
        }
    }

    @Nested
    class OfManyRuns extends OfRuns {
        @Override
        protected RunIndex index() {
            return new SqlRunIndex(database.database(), OF_MANY);
        }
    }

    @Nested
    class OfChangedRuns extends RunIndexChangesContract {
        @RegisterExtension
        final TestDatabase database = newDatabase();

        @Override
        protected RunIndex index() {
            return new SqlRunIndex(database.database());
        }

        @Override
        protected RunStore runs() {
            return new SqlRuns(database.database());
        }

        @Override
        protected ExperimentStore experiments() {
            return new SqlExperiments(database.database());
        }
    }

    @Nested
    class OfManyChangedRuns extends OfChangedRuns {
        @Override
        protected RunIndex index() {
            return new SqlRunIndex(database.database(), OF_MANY);
        }
    }
}
