package io.plumbline.server.serve;

import io.plumbline.domain.Ids;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.baseline.Baselines;
import io.plumbline.domain.check.Backlogs;
import io.plumbline.domain.check.Checks;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.preference.Preferences;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.project.Projects;
import io.plumbline.domain.record.Ingest;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.registration.Registration;
import io.plumbline.domain.resource.Resources;
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
public record Core(
        Authentication authentication,
        Projects projects,
        Resources<Connection> connectionResources,
        Connections connections,
        Resources<Model> models,
        Datasets datasets,
        MonitorDefinitions definitions,
        Monitors monitors,
        MonitorArchives archives,
        Checks checks,
        Backlogs backlogs,
        Measurements measurements,
        Baselines baselines,
        Registration registration,
        Secrets secrets,
        Usage usage,
        Preferences preferences,
        Ingest ingest,
        RecordStore records,
        Tasks tasks,
        Ids ids,
        InstantSource clock) {

    private static final long LARGEST_ARCHIVE = 1L << 30;

    /** Over these stores, whose users' passwords are hashed by {@code passwords}. */
    static Core over(Stores stores, Passwords passwords) {
        Database database = stores.database();
        AuditLog audit = stores.audit();
        RecordStore records = stores.records();
        Monitoring monitoring = stores.monitoring();
        Ids ids = stores.ids();
        InstantSource clock = stores.clock();
        Kinds kinds = new Kinds(audit, ids, clock);
        Repository<Project> projects = SqlRepository.projects(database);
        Repository<Connection> connections = SqlRepository.connections(database);
        Repository<Model> models = SqlRepository.models(database);
        Repository<Dataset> datasets = SqlRepository.datasets(database);
        Repository<Monitor> monitors = SqlRepository.monitors(database);
        Repository<Secret> sealed = SqlRepository.secrets(database);
        Resources<Project> projectsOfCaller =
                kinds.of("project", Permission.PROJECT_READ, Permission.PROJECT_WRITE, projects);
        Resources<Connection> connectionsOfCaller =
                kinds.of("connection", Permission.CONNECTION_READ, Permission.CONNECTION_WRITE, connections);
        Resources<Model> modelsOfCaller = kinds.of("model", Permission.MODEL_READ, Permission.MODEL_WRITE, models);
        Resources<Dataset> datasetResources =
                kinds.of("dataset", Permission.DATASET_READ, Permission.DATASET_WRITE, datasets);
        Datasets datasetsOfCaller = new Datasets(datasetResources, records);
        Resources<Monitor> monitorResources =
                kinds.of("monitor", Permission.MONITOR_READ, Permission.MONITOR_WRITE, monitors);
        MonitorDefinitions definitions = new MonitorDefinitions(
                kinds.of(
                        "monitor definition",
                        Permission.MONITOR_READ,
                        Permission.MONITOR_WRITE,
                        SqlRepository.customMonitors(database)),
                monitorResources);
        MonitorArchives archives = new MonitorArchives(
                kinds.of(
                        "monitor archive",
                        Permission.MONITOR_READ,
                        Permission.MONITOR_WRITE,
                        SqlRepository.monitorArchives(database)),
                stores.blobs(),
                ids,
                LARGEST_ARCHIVE);
        Monitors monitorsOfCaller = new Monitors(
                monitorResources, definitions, archives, models, monitoring.evaluators(), monitoring.calendar());
        Baselines baselines = new Baselines(
                kinds.of("baseline", Permission.MONITOR_READ, Permission.MONITOR_WRITE, monitoring.baselines()),
                datasetResources,
                monitoring.baselineProfiles());
        Secrets secrets = stores.secrets();
        return new Core(
                new Authentication(stores.identities(), passwords, clock),
                new Projects(
                        projectsOfCaller,
                        List.of(connections, models, datasets, monitors, monitoring.baselines(), sealed)),
                connectionsOfCaller,
                new Connections(connectionsOfCaller, models, secrets),
                modelsOfCaller,
                datasetsOfCaller,
                definitions,
                monitorsOfCaller,
                archives,
                new Checks(
                        monitoring.checks(),
                        stores.tasks(),
                        monitorsOfCaller,
                        monitoring.evaluators(),
                        monitoring.measurements()),
                monitoring.backlogs(),
                new Measurements(monitoring.measurements(), monitorsOfCaller, definitions, ids, clock),
                baselines,
                new Registration(modelsOfCaller, datasetsOfCaller, monitorsOfCaller, baselines),
                secrets,
                new Usage(modelsOfCaller, datasetsOfCaller, records, clock),
                new SqlPreferences(database),
                new Ingest(datasets, models, records),
                records,
                stores.tasks(),
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
