package io.plumbline.server.serve;

import io.plumbline.domain.Ids;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.preference.Preferences;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.project.Projects;
import io.plumbline.domain.record.Ingest;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.registration.Registration;
import io.plumbline.domain.resource.Resources;
import io.plumbline.domain.secret.Sealing;
import io.plumbline.domain.secret.Secret;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.domain.task.Tasks;
import io.plumbline.domain.usage.Usage;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlPreferences;
import io.plumbline.store.sql.SqlRepository;
import java.time.InstantSource;
import java.util.List;

/** The use cases that dialects stand on, all over the same stores. */
record Core(
        Authentication authentication,
        Projects projects,
        Connections connections,
        Resources<Project> projectResources,
        Resources<Connection> connectionResources,
        Resources<Model> models,
        Datasets datasets,
        Monitors monitors,
        Registration registration,
        Secrets secrets,
        Usage usage,
        Preferences preferences,
        Ingest ingest,
        RecordStore records,
        Tasks tasks,
        Ids ids,
        InstantSource clock) {

    /** Over these stores. */
    static Core over(
            Database database,
            Authentication authentication,
            AuditLog audit,
            Sealing sealing,
            RecordStore records,
            Tasks tasks,
            Ids ids,
            InstantSource clock) {
        Kinds kinds = new Kinds(audit, ids, clock);
        Repository<Dataset> datasetRepository = SqlRepository.datasets(database);
        Repository<Model> modelRepository = SqlRepository.models(database);
        Repository<Connection> connectionRepository = SqlRepository.connections(database);
        Repository<Monitor> monitorRepository = SqlRepository.monitors(database);
        Repository<Secret> secretRepository = SqlRepository.secrets(database);
        Secrets secrets = new Secrets(secretRepository, sealing, audit, ids, clock);
        Resources<Project> projects = kinds.of(
                "project", Permission.PROJECT_READ, Permission.PROJECT_WRITE, SqlRepository.projects(database));
        Resources<Connection> connections =
                kinds.of("connection", Permission.CONNECTION_READ, Permission.CONNECTION_WRITE, connectionRepository);
        Resources<Model> models =
                kinds.of("subscription", Permission.MODEL_READ, Permission.MODEL_WRITE, modelRepository);
        Datasets datasets = new Datasets(
                kinds.of("data set", Permission.DATASET_READ, Permission.DATASET_WRITE, datasetRepository), records);
        Monitors monitors = new Monitors(
                kinds.of("monitor instance", Permission.MONITOR_READ, Permission.MONITOR_WRITE, monitorRepository));
        return new Core(
                authentication,
                new Projects(
                        projects,
                        List.of(
                                modelRepository,
                                datasetRepository,
                                monitorRepository,
                                connectionRepository,
                                secretRepository)),
                new Connections(connections, modelRepository, secrets),
                projects,
                connections,
                models,
                datasets,
                monitors,
                new Registration(models, datasets, monitors),
                secrets,
                new Usage(models, datasets, records, clock),
                new SqlPreferences(database),
                new Ingest(datasetRepository, modelRepository, records),
                records,
                tasks,
                ids,
                clock);
    }

    private record Kinds(AuditLog audit, Ids ids, InstantSource clock) {
        <T extends Resource<T>> Resources<T> of(
                String name, Permission read, Permission write, Repository<T> repository) {
            return new Resources<>(new Resources.Kind(name, read, write), repository, audit, ids, clock);
        }
    }
}
