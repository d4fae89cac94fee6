package io.plumbline.server.serve;

import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.sql.Database;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;

/** What the stores tell about themselves, read when somebody asks for the metrics. */
final class Gauges {
    private final PrometheusRegistry registry;

    private Gauges(PrometheusRegistry registry) {
        this.registry = registry;
    }

    static void register(PrometheusRegistry registry, LoggedRecordStore records, Database database) {
        Gauges gauges = new Gauges(registry);
        gauges.add(
                "plumbline_records_waiting_rows",
                "Records that wait for a file.",
                () -> records.status().waitingRows());
        gauges.add(
                "plumbline_records_waiting_bytes",
                "Memory of records that wait for a file.",
                () -> records.status().waitingBytes());
        gauges.add(
                "plumbline_intake_log_bytes",
                "Size of the intake log.",
                () -> records.status().logBytes());
        gauges.add(
                "plumbline_database_writes",
                "Write transactions since the start.",
                () -> database.statistics().writes());
        gauges.add(
                "plumbline_database_commits",
                "Commits they took.",
                () -> database.statistics().commits());
        gauges.add(
                "plumbline_database_waiting_writes",
                "Write transactions that wait.",
                () -> database.statistics().waitingWrites());
    }

    private void add(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }
}
