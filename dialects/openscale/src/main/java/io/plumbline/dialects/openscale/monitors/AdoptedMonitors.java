package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;

/** Monitors that are enabled in the core's words alone, made visible to clients of this dialect. */
public final class AdoptedMonitors {
    private AdoptedMonitors() {}

    /**
     * The same monitor as a monitor instance.
     *
     * @param model that it watches, which is a subscription
     * @throws java.util.NoSuchElementException where the model names no store
     */
    public static Monitor instance(Model model, Monitor monitor) {
        MonitorFacts facts = new MonitorFacts(WireId.of(model.store().orElseThrow()), null, null);
        return new Monitor(
                monitor.header(),
                monitor.definition(),
                monitor.model(),
                monitor.managedBy(),
                monitor.thresholds(),
                monitor.schedule(),
                monitor.parameters(),
                Documents.of(facts));
    }
}
