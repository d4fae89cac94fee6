package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.wire.SynchronizedConfiguration;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import java.util.List;
import java.util.Set;

/** Takes the monitors of a pre-production subscription over to the one that goes into production. */
public interface MonitorSynchronization {
    /** For each monitor of the source, the one of the same definition of the target, if it is there. */
    List<SynchronizedConfiguration> compare(Caller caller, Model source, Model target);

    /**
     * Gives the target the monitors of the source, with their limits, schedules and parameters. Each is a step of its own; asking again goes on
     * where one was refused.
     *
     * @param excluded ids of definitions whose monitors are left out
     * @param existing what happens to those that the target has
     * @throws io.plumbline.domain.PlumblineException where the target cannot have such a monitor
     */
    List<SynchronizedConfiguration> copy(
            Caller caller, Model source, Model target, Set<String> excluded, Existing existing);

    /** What happens to monitors that are there. */
    enum Existing {
        KEPT,
        CHANGED
    }
}
