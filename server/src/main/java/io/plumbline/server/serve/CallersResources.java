package io.plumbline.server.serve;

import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.resource.Resources;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlRepository;
import java.util.List;

/** What the repositories hold, as callers may see and change it. */
record CallersResources(
        Resources<Project> projects,
        Resources<Connection> connections,
        Resources<Model> models,
        Resources<Dataset> datasets,
        Resources<Monitor> monitors,
        Resources<CustomMonitor> customMonitors,
        Resources<MonitorArchive> archives,
        Resources<Baseline> baselines) {

    /** Over these stores. */
    static CallersResources over(Stores stores) {
        Database database = stores.database();
        return new CallersResources(
                of(
                        stores,
                        "project",
                        SqlRepository.projects(database),
                        Permission.PROJECT_READ,
                        Permission.PROJECT_WRITE),
                of(
                        stores,
                        "connection",
                        SqlRepository.connections(database),
                        Permission.CONNECTION_READ,
                        Permission.CONNECTION_WRITE),
                of(stores, "model", SqlRepository.models(database), Permission.MODEL_READ, Permission.MODEL_WRITE),
                of(
                        stores,
                        "dataset",
                        SqlRepository.datasets(database),
                        Permission.DATASET_READ,
                        Permission.DATASET_WRITE),
                ofMonitors(stores, "monitor", SqlRepository.monitors(database)),
                ofMonitors(stores, "monitor definition", SqlRepository.customMonitors(database)),
                ofMonitors(stores, "monitor archive", SqlRepository.monitorArchives(database)),
                ofMonitors(stores, "baseline", stores.monitoring().baselines()));
    }

    private static <T extends Resource<T>> Resources<T> ofMonitors(
            Stores stores, String kind, Repository<T> repository) {
        return of(stores, kind, repository, Permission.MONITOR_READ, Permission.MONITOR_WRITE);
    }

    private static <T extends Resource<T>> Resources<T> of(
            Stores stores, String kind, Repository<T> repository, Permission read, Permission write) {
        return new Resources<>(
                new Resources.Kind(kind, read, write), repository, stores.audit(), stores.ids(), stores.clock());
    }

    /** All that can be in a project. */
    static List<Repository<? extends Resource<?>>> ofProjects(Stores stores) {
        Database database = stores.database();
        return List.of(
                SqlRepository.connections(database),
                SqlRepository.models(database),
                SqlRepository.datasets(database),
                SqlRepository.monitors(database),
                stores.monitoring().baselines(),
                SqlRepository.secrets(database));
    }
}
