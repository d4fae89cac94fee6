package io.plumbline.domain.monitor;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Model;

/** What the settings of monitors must be, told by who measures them. */
@FunctionalInterface
public interface MonitorRules {
    /** Takes any settings. */
    MonitorRules NONE = (monitor, model) -> {};

    /**
     * Fails where the settings of a monitor make no sense for its model.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the setting
     */
    void check(Monitor monitor, Model model);
}
