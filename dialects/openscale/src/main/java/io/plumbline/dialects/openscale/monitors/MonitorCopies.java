package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.models.FeedbackTables;
import io.plumbline.dialects.openscale.models.MonitorSynchronization;
import io.plumbline.dialects.openscale.wire.SynchronizedConfiguration;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.domain.monitor.Monitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies the monitors of a subscription, and tells what was copied. */
public final class MonitorCopies implements MonitorSynchronization {
    private final Monitors monitors;
    private final MonitorsInView view;
    private final MonitorDefinitions definitions;
    private final FeedbackTables feedbackTables;

    /** Over these monitors; those of quality bring a feedback table. */
    public MonitorCopies(Monitors monitors, MonitorDefinitions definitions, FeedbackTables feedbackTables) {
        this.monitors = monitors;
        this.view = new MonitorsInView(monitors);
        this.definitions = definitions;
        this.feedbackTables = feedbackTables;
    }

    @Override
    public List<SynchronizedConfiguration> compare(Caller caller, Model source, Model target) {
        return of(caller, source).stream()
                .map(monitor -> {
                    Optional<Monitor> found = of(caller, target, monitor.definition());
                    return SynchronizedMonitors.wire(monitor, found, found.isPresent() ? "exists" : "missing");
                })
                .toList();
    }

    private List<Monitor> of(Caller caller, Model model) {
        return view.list(caller).stream()
                .filter(monitor -> monitor.model().equals(model.id()))
                .toList();
    }

    private Optional<Monitor> of(Caller caller, Model model, String definition) {
        return of(caller, model).stream()
                .filter(monitor -> monitor.definition().equals(definition))
                .findFirst();
    }

    @Override
    public List<SynchronizedConfiguration> copy(
            Caller caller, Model source, Model target, Set<String> excluded, Existing existing) {
        List<SynchronizedConfiguration> copied = new ArrayList<>();
        for (Monitor monitor : of(caller, source)) {
            if (!excluded.contains(monitor.definition())) {
                copied.add(copy(caller, monitor, target, existing));
            }
        }
        return copied;
    }

    private SynchronizedConfiguration copy(Caller caller, Monitor monitor, Model target, Existing existing) {
        Optional<Monitor> found = of(caller, target, monitor.definition());
        if (found.isEmpty()) {
            return SynchronizedMonitors.wire(monitor, Optional.of(added(caller, monitor, target)), "created");
        }
        if (existing == Existing.KEPT) {
            return SynchronizedMonitors.wire(monitor, found, "exists");
        }
        Monitor changed = monitors.change(
                caller, found.get().id(), kept -> MonitorInstances.copy(kept.header(), monitor, target));
        return SynchronizedMonitors.wire(monitor, Optional.of(changed), "updated");
    }

    private Monitor added(Caller caller, Monitor monitor, Model target) {
        return monitors.add(caller, definitions.find(caller, monitor.definition()), target, header -> {
            feedbackTables.addFor(caller, target, monitor.definition());
            return MonitorInstances.copy(header, monitor, target);
        });
    }
}
