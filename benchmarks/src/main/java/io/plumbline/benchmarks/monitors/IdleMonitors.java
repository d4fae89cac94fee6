package io.plumbline.benchmarks.monitors;

import com.sun.management.OperatingSystemMXBean;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.measures.table.ColumnRole;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Monitors on an hourly schedule that find nothing new: how much of a core looking for what is due takes. */
final class IdleMonitors {
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final int HOURS = 3;
    private static final Schema SCHEMA =
            new Schema(1, List.of(Column.of("amount", ValueType.NUMBER, ColumnRole.FEATURE)));

    private final Path folder;
    private final int monitors;

    IdleMonitors(Path folder, int monitors) {
        this.folder = folder;
        this.monitors = monitors;
    }

    /** Lets hours pass, and tells how much processor time each took. The first look of each monitor puts a check in line, which is not run here. */
    void run() throws IOException {
        try (MonitoredStore store = new MonitoredStore(folder)) {
            register(store);
            tick(store, Duration.ofHours(1));
            for (int hour = 0; hour < HOURS; hour++) {
                hour(store);
            }
        }
    }

    private void register(MonitoredStore store) {
        for (int i = 0; i < monitors; i++) {
            Model model = store.model("model " + i, Model.Task.REGRESSION, SCHEMA);
            store.dataset(model, Dataset.Kind.PRODUCTION, SCHEMA);
            store.monitor(model, "drift_v2", Optional.of(Schedule.every(1, ChronoUnit.HOURS)));
        }
    }

    private void hour(MonitoredStore store) {
        long before = processorTime();
        int submitted = 0;
        for (Duration passed = Duration.ZERO; passed.compareTo(Duration.ofHours(1)) < 0; passed = passed.plus(TICK)) {
            submitted += tick(store, TICK);
        }
        double seconds = (processorTime() - before) / 1e9;
        System.out.printf(
                "%,d hourly monitors, an hour without new data: %.2f s of processor time, %.2f %% of a core; %d checks%n",
                monitors, seconds, 100 * seconds / 3600, submitted);
    }

    private static int tick(MonitoredStore store, Duration passed) {
        store.now = store.now.plus(passed);
        return store.monitoring.scheduling().run();
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
