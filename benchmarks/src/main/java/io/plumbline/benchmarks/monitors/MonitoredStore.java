package io.plumbline.benchmarks.monitors;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.duckdb.record.DuckDbRecordEngine;
import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.check.MetricsProviders;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.server.serve.Monitoring;
import io.plumbline.server.serve.Records;
import io.plumbline.sketches.DataSketches;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlRepository;
import io.plumbline.store.sql.SqlTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** The stores of a server in a folder, with monitors that are run when they are told, by a clock that is set by hand. */
final class MonitoredStore implements AutoCloseable {
    private static final Id ORGANIZATION = new Id(1, 1);

    final Database database;
    final LoggedRecordStore records;
    final Monitoring monitoring;
    final DataSketches sketches = new DataSketches();
    Instant now = Instant.parse("2026-03-01T00:00:00Z");

    private final Ids ids = Ids.of(() -> now, new Random(1));
    private final DuckDbRecordEngine engine;
    private final SqlTasks tasks;

    MonitoredStore(Path folder) throws IOException {
        database = Database.sqlite(folder.resolve("plumbline.db"));
        engine = DuckDbRecordEngine.start(DuckDbSettings.ofMachine().withScratch(folder));
        Identities identities = new SqlIdentities(database);
        identities.addOrganization(new Organization(ORGANIZATION, "benchmark", now));
        records = LoggedRecordStore.open(
                folder,
                StoreSettings.defaults(),
                Records.parts(database, identities, engine, sketches, ids),
                () -> now);
        tasks = new SqlTasks(database, ids, () -> now);
        monitoring = Monitoring.over(database, records, sketches, tasks, MetricsProviders.NONE, ids, () -> now);
    }

    Model model(String name, Model.Task task, Schema schema) {
        Model model = new Model(header(), name, "1", task, schema, Optional.empty(), Optional.empty(), Document.EMPTY);
        SqlRepository.models(database).add(model);
        return model;
    }

    Dataset dataset(Model model, Dataset.Kind kind, Schema schema) {
        Dataset dataset = new Dataset(
                header(),
                Optional.of(model.id()),
                kind,
                "",
                kind.name(),
                "",
                schema,
                Dataset.Growth.FIXED,
                Optional.empty(),
                Document.EMPTY);
        SqlRepository.datasets(database).add(dataset);
        return dataset;
    }

    Monitor monitor(Model model, String definition, Optional<Schedule> schedule) {
        Monitor monitor = new Monitor(header(), definition, model.id(), "", Document.EMPTY).with(schedule);
        SqlRepository.monitors(database).add(monitor);
        return monitor;
    }

    private Header header() {
        return new Header(ids.next(), ORGANIZATION, Optional.empty(), 1, Stamp.made(now, "ada"));
    }

    /** Runs a check of a window; returns what came out. */
    Check.Outcome check(Monitor monitor, Window window) {
        Check queued = monitoring
                .checks()
                .submit(monitor, Check.Request.by(Trigger.USER).over(window), "ada");
        monitoring.task().run(tasks.find(ORGANIZATION, queued.id()).orElseThrow(), (done, total, message) -> {});
        return monitoring
                .checks()
                .find(ORGANIZATION, queued.id())
                .flatMap(Check::outcome)
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        records.close();
        engine.close();
        database.close();
    }
}
