package io.plumbline.benchmarks.monitors;

import com.sun.management.OperatingSystemMXBean;
import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.duckdb.record.DuckDbRecordEngine;
import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.check.MetricsProviders;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.server.serve.Monitoring;
import io.plumbline.server.serve.Records;
import io.plumbline.sketches.DataSketches;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.Parts;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlRepository;
import io.plumbline.store.sql.SqlTasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Monitors on an hourly schedule that find nothing new: how much of a core looking for what is due takes. */
final class IdleMonitors implements AutoCloseable {
    private static final Id ORGANIZATION = new Id(1, 1);
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final int HOURS = 3;

    private final Database database;
    private final DuckDbRecordEngine engine;
    private final LoggedRecordStore records;
    private final Monitoring monitoring;
    private final int monitors;
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    private IdleMonitors(Path folder, int monitors) throws IOException {
        this.monitors = monitors;
        database = Database.sqlite(folder.resolve("plumbline.db"));
        engine = DuckDbRecordEngine.start(DuckDbSettings.ofMachine());
        Identities identities = new SqlIdentities(database);
        identities.addOrganization(new Organization(ORGANIZATION, "benchmark", now));
        Ids ids = Ids.of(() -> now, new Random(1));
        DataSketches sketches = new DataSketches();
        Parts parts = Records.parts(database, identities, engine, sketches, ids);
        records = LoggedRecordStore.open(folder, StoreSettings.defaults(), parts, () -> now);
        SqlTasks tasks = new SqlTasks(database, ids, () -> now);
        monitoring = Monitoring.over(database, records, sketches, tasks, MetricsProviders.NONE, ids, () -> now);
        register(ids);
    }

    static IdleMonitors in(Path folder, int monitors) throws IOException {
        return new IdleMonitors(folder, monitors);
    }

    private void register(Ids ids) {
        Schema schema = new Schema(1, List.of(Column.of("amount", ValueType.NUMBER, ColumnRole.FEATURE)));
        for (int i = 0; i < monitors; i++) {
            Model model = new Model(
                    header(ids),
                    "model " + i,
                    "1",
                    Model.Task.REGRESSION,
                    schema,
                    Optional.empty(),
                    Optional.empty(),
                    Document.EMPTY);
            SqlRepository.models(database).add(model);
            SqlRepository.datasets(database)
                    .add(new Dataset(
                            header(ids),
                            Optional.of(model.id()),
                            Dataset.Kind.PRODUCTION,
                            "",
                            "production",
                            "",
                            schema,
                            Dataset.Growth.FIXED,
                            Optional.empty(),
                            Document.EMPTY));
            SqlRepository.monitors(database)
                    .add(new Monitor(header(ids), "drift_v2", model.id(), "", Document.EMPTY)
                            .with(Optional.of(Schedule.every(1, ChronoUnit.HOURS))));
        }
    }

    private Header header(Ids ids) {
        return new Header(ids.next(), ORGANIZATION, Optional.empty(), 1, Stamp.made(now, "ada"));
    }

    /** Lets hours pass, and tells how much processor time each took. The first look of each monitor puts a check in line, which is not run here. */
    void run() {
        tick(Duration.ofHours(1));
        for (int hour = 0; hour < HOURS; hour++) {
            long before = processorTime();
            int submitted = 0;
            for (Duration passed = Duration.ZERO;
                    passed.compareTo(Duration.ofHours(1)) < 0;
                    passed = passed.plus(TICK)) {
                submitted += tick(TICK);
            }
            double seconds = (processorTime() - before) / 1e9;
            System.out.printf(
                    "%,d hourly monitors, an hour without new data: %.2f s of processor time, %.2f %% of a core; %d checks%n",
                    monitors, seconds, 100 * seconds / 3600, submitted);
        }
    }

    private int tick(Duration passed) {
        now = now.plus(passed);
        return monitoring.scheduling().run();
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override
    public void close() throws IOException {
        records.close();
        engine.close();
        database.close();
    }
}
