package io.plumbline.domain.check;

import io.plumbline.domain.monitor.Monitor;
import java.util.Optional;

/** Knows which monitors are measured outside of this server, and by whom. */
@FunctionalInterface
public interface MetricsProviders {
    /** None is. */
    MetricsProviders NONE = monitor -> Optional.empty();

    /** Who is asked for measurements of a monitor; empty where they are only published. */
    Optional<MetricsProvider> of(Monitor monitor);
}
