package io.plumbline.domain.check;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Hysteresis;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorRules;
import java.util.Map;
import java.util.Optional;

/** Who measures what. */
public final class Evaluators implements MonitorRules {
    private final Map<String, Evaluator> byDefinition;
    private final MetricsProviders providers;

    /**
     * These.
     *
     * @param byDefinition what this server measures, by the id of the definition
     * @param providers who measures the others; measurements of those that nobody does are only published
     */
    public Evaluators(Map<String, Evaluator> byDefinition, MetricsProviders providers) {
        this.byDefinition = Map.copyOf(byDefinition);
        this.providers = providers;
    }

    /**
     * Who measures monitors of this definition.
     *
     * @throws PlumblineException of {@link Failure.NotSupported} where nobody does
     */
    public Evaluator of(String definition) {
        return find(definition)
                .orElseThrow(() -> new PlumblineException(new Failure.NotSupported(
                        "nothing measures " + definition + " here: its measurements are published")));
    }

    /** Who measures monitors of this definition; empty where their measurements are only published. */
    Optional<Evaluator> find(String definition) {
        return Optional.ofNullable(byDefinition.get(definition));
    }

    /** Who measures this monitor outside of this server, where somebody does. */
    Optional<MetricsProvider> provider(Monitor monitor) {
        return byDefinition.containsKey(monitor.definition()) ? Optional.empty() : providers.of(monitor);
    }

    @Override
    public void check(Monitor monitor, Model model) {
        Hysteresis.of(monitor.parameters());
        find(monitor.definition()).ifPresent(evaluator -> evaluator.checkSettings(model, monitor.parameters()));
        provider(monitor).ifPresent(MetricsProvider::verify);
    }

    /** Fails where a check of this monitor could not run at all. */
    void checkRequest(Monitor monitor) {
        if (provider(monitor).isEmpty()) {
            of(monitor.definition());
        }
    }
}
