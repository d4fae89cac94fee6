package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Lookup;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Monitors;
import java.util.List;
import java.util.Optional;

/** Monitors that this dialect shows: those that were enabled through it. */
public final class MonitorsInView {
    private final Monitors monitors;

    /** Among these. */
    public MonitorsInView(Monitors monitors) {
        this.monitors = monitors;
    }

    /**
     * The monitor of this id.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} also where the caller may not read it
     */
    public Monitor find(Caller caller, String monitorInstanceId) {
        Optional<Monitor> found = Lookup.found(monitorInstanceId, id -> monitors.find(caller, id));
        return found.filter(MonitorInstances::isInstance)
                .orElseThrow(() -> PlumblineException.notFound("monitor instance", monitorInstanceId));
    }

    /** All that the caller may read, oldest first. */
    public List<Monitor> list(Caller caller) {
        return monitors.list(caller).stream()
                .filter(MonitorInstances::isInstance)
                .toList();
    }
}
