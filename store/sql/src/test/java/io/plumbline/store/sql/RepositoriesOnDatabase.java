package io.plumbline.store.sql;

import io.plumbline.domain.Repository;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.artifact.BlobUse;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.secret.Secret;
import io.plumbline.store.testkit.BaselinesContract;
import io.plumbline.store.testkit.ConnectionsContract;
import io.plumbline.store.testkit.CustomMonitorsContract;
import io.plumbline.store.testkit.DatasetsContract;
import io.plumbline.store.testkit.ModelsContract;
import io.plumbline.store.testkit.MonitorArchivesContract;
import io.plumbline.store.testkit.MonitorsContract;
import io.plumbline.store.testkit.ProjectsContract;
import io.plumbline.store.testkit.SecretsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The repositories of resources, each with its suite. */
abstract class RepositoriesOnDatabase {
    @RegisterExtension
    final TestDatabase database;

    RepositoriesOnDatabase(TestDatabase database) {
        this.database = database;
    }

    @Nested
    class Projects extends ProjectsContract {
        @Override
        protected Repository<Project> repository() {
            return SqlRepository.projects(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class Connections extends ConnectionsContract {
        @Override
        protected Repository<Connection> repository() {
            return SqlRepository.connections(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class Models extends ModelsContract {
        @Override
        protected Repository<Model> repository() {
            return SqlRepository.models(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class Datasets extends DatasetsContract {
        @Override
        protected Repository<Dataset> repository() {
            return SqlRepository.datasets(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class Monitors extends MonitorsContract {
        @Override
        protected Repository<Monitor> repository() {
            return SqlRepository.monitors(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class Secrets extends SecretsContract {
        @Override
        protected Repository<Secret> repository() {
            return SqlRepository.secrets(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class CustomMonitors extends CustomMonitorsContract {
        @Override
        protected Repository<CustomMonitor> repository() {
            return SqlRepository.customMonitors(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class MonitorArchives extends MonitorArchivesContract {
        @Override
        protected Repository<MonitorArchive> repository() {
            return SqlRepository.monitorArchives(database.database());
        }

        @Override
        protected BlobUse use() {
            return new SqlArchiveBlobs(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }

    @Nested
    class Baselines extends BaselinesContract {
        @Override
        protected Repository<Baseline> repository() {
            return SqlRepository.baselines(database.database());
        }

        @Override
        protected void reopen() {
            database.reopen();
        }
    }
}
