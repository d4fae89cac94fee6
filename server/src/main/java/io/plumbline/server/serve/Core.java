package io.plumbline.server.serve;

import io.plumbline.domain.Ids;
import io.plumbline.domain.Repository;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.domain.baseline.Baselines;
import io.plumbline.domain.check.Backlogs;
import io.plumbline.domain.check.Checks;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.preference.Preferences;
import io.plumbline.domain.project.Projects;
import io.plumbline.domain.record.Ingest;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.registration.Registration;
import io.plumbline.domain.resource.Resources;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.domain.task.Tasks;
import io.plumbline.domain.usage.Usage;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlPreferences;
import io.plumbline.store.sql.SqlRepository;
import java.time.InstantSource;

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
        RecordStore records = stores.records();
        Monitoring monitoring = stores.monitoring();
        Ids ids = stores.ids();
        InstantSource clock = stores.clock();
        Repository<Model> allModels = SqlRepository.models(database);
        CallersResources of = CallersResources.over(stores);
        Datasets datasets = new Datasets(of.datasets(), records);
        MonitorDefinitions definitions = new MonitorDefinitions(of.customMonitors(), of.monitors());
        MonitorArchives archives = new MonitorArchives(of.archives(), stores.blobs(), ids, LARGEST_ARCHIVE);
        Monitors monitors = new Monitors(
                of.monitors(), definitions, archives, allModels, monitoring.evaluators(), monitoring.calendar());
        Baselines baselines = new Baselines(of.baselines(), of.datasets(), monitoring.baselineProfiles());
        return new Core(
                new Authentication(stores.identities(), passwords, clock),
                new Projects(of.projects(), CallersResources.ofProjects(stores)),
                of.connections(),
                new Connections(of.connections(), allModels, stores.secrets()),
                of.models(),
                datasets,
                definitions,
                monitors,
                archives,
                new Checks(
                        monitoring.checks(),
                        stores.tasks(),
                        monitors,
                        monitoring.evaluators(),
                        monitoring.measurements()),
                monitoring.backlogs(),
                new Measurements(monitoring.measurements(), monitors, definitions, ids, clock),
                baselines,
                new Registration(of.models(), datasets, monitors, baselines),
                stores.secrets(),
                new Usage(of.models(), datasets, records, clock),
                new SqlPreferences(database),
                new Ingest(SqlRepository.datasets(database), allModels, records),
                records,
                stores.tasks(),
                ids,
                clock);
    }
}
