package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.check.MetricsProviders;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.secret.Sealed;
import io.plumbline.domain.secret.Sealing;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.sketches.DataSketches;
import io.plumbline.store.artifacts.FolderBlobs;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.Parts;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlAuditLog;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlRepository;
import io.plumbline.store.sql.SqlTasks;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The use cases over the stores that a server has, with a clock that is set by hand and checks that run when they are told. */
final class MonitoringDesk implements Closeable {
    private final Opened opened = new Opened();
    private final Id organization = new Id(1, 1);
    final Caller caller =
            new Caller(organization, new Id(1, 2), "ada", List.of(new Grant(Role.ADMIN, Optional.empty())));
    final LoggedRecordStore records;
    final SqlTasks tasks;
    final Core core;
    final Tracking tracking;
    final Monitoring monitoring;
    Instant now = Instant.parse("2026-03-01T00:00:00Z");

    MonitoringDesk(Path folder) throws IOException {
        this(folder, MetricsProviders.NONE);
    }

    MonitoringDesk(Path folder, MetricsProviders providers) throws IOException {
        Database database = Database.sqlite(folder.resolve("plumbline.db"));
        opened.keep(database::close);
        Identities identities = new SqlIdentities(database);
        if (identities.organization(organization).isEmpty()) {
            identities.addOrganization(new Organization(organization, "test", now));
        }
        Ids ids = Ids.of(() -> now, new Random(folder.hashCode()));
        EngineOnDemand engine = new EngineOnDemand(DuckDbSettings.ofMachine());
        opened.keep(engine);
        DataSketches sketches = new DataSketches();
        Parts parts = Records.parts(database, identities, engine, sketches, ids);
        records = LoggedRecordStore.open(folder, StoreSettings.defaults(), parts, () -> now);
        opened.keep(records);
        tasks = new SqlTasks(database, ids, () -> now);
        monitoring = Monitoring.over(database, records, sketches, tasks, providers, ids, () -> now);
        AuditLog audit = new SqlAuditLog(database, () -> now);
        Stores stores = new Stores(
                database,
                identities,
                audit,
                new Secrets(SqlRepository.secrets(database), new NoSealing(), audit, ids, () -> now),
                records,
                FolderBlobs.open(folder.resolve("artifacts")),
                tasks,
                monitoring,
                ids,
                () -> now);
        tracking = Tracking.over(stores);
        core = Core.over(stores, new Passwords(new Random(folder.hashCode()), 1));
    }

    Model model(Task task, Column... columns) {
        Schema schema = new Schema(1, List.of(columns));
        return core.models()
                .add(
                        caller,
                        Optional.empty(),
                        header -> new Model(
                                header,
                                "credit",
                                "1",
                                task,
                                schema,
                                Optional.empty(),
                                Optional.empty(),
                                Document.EMPTY));
    }

    Dataset dataset(Model model, Kind kind, Column... columns) {
        return core.datasets()
                .add(
                        caller,
                        Optional.empty(),
                        header -> new Dataset(
                                header,
                                Optional.of(model.id()),
                                kind,
                                "",
                                kind.name(),
                                "",
                                new Schema(1, List.of(columns)),
                                Growth.GROWING,
                                Optional.empty(),
                                Document.EMPTY));
    }

    /** A dataset for what a model said of {@link Credits}. */
    Dataset production(Model model) {
        return dataset(
                model,
                Kind.PRODUCTION,
                Credits.AGE,
                Credits.AMOUNT,
                Credits.SEX,
                Credits.PREDICTION,
                Credits.PROBABILITY);
    }

    /** A dataset for what a model learned from. */
    Dataset training(Model model) {
        return dataset(model, Kind.BASELINE, Credits.AGE, Credits.AMOUNT, Credits.SEX, Credits.RISK);
    }

    /** A dataset for what came of the loans. */
    Dataset labels(Model model) {
        return dataset(model, Kind.LABELS, Credits.RISK);
    }

    void append(Dataset dataset, String batchId, RecordBatch batch) {
        core.ingest().append(caller, dataset, batchId, batch);
    }

    Monitor monitor(Model model, String definition, Facts parameters, Threshold... thresholds) {
        return monitor(model, definition, parameters, Optional.empty(), thresholds);
    }

    Monitor monitor(
            Model model, String definition, Facts parameters, Optional<Schedule> schedule, Threshold... thresholds) {
        return core.monitors()
                .add(
                        caller,
                        core.definitions().find(caller, definition),
                        model,
                        header -> new Monitor(
                                header,
                                definition,
                                model.id(),
                                "",
                                List.of(thresholds),
                                schedule,
                                parameters,
                                Document.EMPTY));
    }

    /** Runs a check of a window now. */
    Check check(Monitor monitor, Window window) {
        return check(monitor, Check.Request.by(Trigger.USER).over(window));
    }

    Check check(Monitor monitor, Check.Request request) {
        Check queued = core.checks().start(caller, monitor.id(), request);
        return run(queued);
    }

    /** Does a check that is in line. */
    Check run(Check queued) {
        monitoring.task().run(tasks.find(organization, queued.id()).orElseThrow(), (done, total, message) -> {});
        return core.checks().find(caller, queued.monitor(), queued.id());
    }

    Measurement measurement(Check check) {
        return core.measurements().find(caller, check.monitor(), check.id());
    }

    static Reading reading(Measurement measurement, String metric, String... tags) {
        Map<String, String> wanted = new TreeMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            wanted.put(tags[i], tags[i + 1]);
        }
        return measurement.readings().stream()
                .filter(reading -> reading.metric().equals(metric)
                        && reading.tags().entrySet().containsAll(wanted.entrySet()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + wanted + " is not among " + measurement.readings()));
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    /** Nothing is sealed here. */
    private static final class NoSealing implements Sealing {
        @Override
        public Sealed seal(String text, Id secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(Sealed sealed, Id secret) {
            throw new UnsupportedOperationException();
        }
    }
}
