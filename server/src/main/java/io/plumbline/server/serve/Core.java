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
<<<<<<< HEAD
        Resources<Project> projectResources,
        Projects projects,
        Resources<Connection> connectionResources,
        Connections connections,
=======
        Projects projects,
        Connections connections,
        Resources<Project> projectResources,
        Resources<Connection> connectionResources,
>>>>>>> osresources
        Resources<Model> models,
        Datasets datasets,
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
<<<<<<< HEAD
        Repository<Project> projects = SqlRepository.projects(database);
        Repository<Connection> connections = SqlRepository.connections(database);
        Repository<Model> models = SqlRepository.models(database);
        Repository<Dataset> datasets = SqlRepository.datasets(database);
        Repository<Secret> sealed = SqlRepository.secrets(database);
        Resources<Project> projectsOfCaller =
                kinds.of("project", Permission.PROJECT_READ, Permission.PROJECT_WRITE, projects);
        Resources<Connection> connectionsOfCaller =
                kinds.of("connection", Permission.CONNECTION_READ, Permission.CONNECTION_WRITE, connections);
        Resources<Model> modelsOfCaller = kinds.of("model", Permission.MODEL_READ, Permission.MODEL_WRITE, models);
        Datasets datasetsOfCaller =
                new Datasets(kinds.of("dataset", Permission.DATASET_READ, Permission.DATASET_WRITE, datasets), records);
        Secrets secrets = new Secrets(sealed, sealing, audit, ids, clock);
        return new Core(
                authentication,
                projectsOfCaller,
                new Projects(projectsOfCaller, List.of(connections, models, datasets, sealed)),
                connectionsOfCaller,
                new Connections(connectionsOfCaller, models, secrets),
                modelsOfCaller,
                datasetsOfCaller,
                new Registration(modelsOfCaller, datasetsOfCaller),
                secrets,
                new Usage(modelsOfCaller, datasetsOfCaller, records, clock),
                new SqlPreferences(database),
                new Ingest(datasets, models, records),
=======
        Repository<Dataset> datasetRepository = SqlRepository.datasets(database);
        Repository<Model> modelRepository = SqlRepository.models(database);
        Repository<Connection> connectionRepository = SqlRepository.connections(database);
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
        return new Core(
                authentication,
                new Projects(
                        projects, List.of(modelRepository, datasetRepository, connectionRepository, secretRepository)),
                new Connections(connections, modelRepository, secrets),
                projects,
                connections,
                models,
                datasets,
                new Registration(models, datasets),
                secrets,
                new Usage(models, datasets, records, clock),
                new SqlPreferences(database),
                new Ingest(datasetRepository, modelRepository, records),
>>>>>>> osresources
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
