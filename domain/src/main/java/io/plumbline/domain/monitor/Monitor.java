package io.plumbline.domain.monitor;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Resource;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A monitor that is enabled for a model.
 *
 * @param header id, owner and history
 * @param definition the id of what it measures
 * @param model that it watches
 * @param managedBy the name of what manages it, may be empty
 * @param thresholds limits of its metrics, at most one of a metric and side
 * @param schedule when its checks are due; empty where they only run when somebody asks
 * @param parameters settings, of the form that the definition wants
 * @param attributes what a dialect keeps beside
 */
public record Monitor(
        Header header,
        String definition,
        Id model,
        String managedBy,
        List<Threshold> thresholds,
        Optional<Schedule> schedule,
        Facts parameters,
        Document attributes)
        implements Resource<Monitor> {
    /** Keeps an unmodifiable copy. */
    public Monitor {
        thresholds = List.copyOf(thresholds);
    }

    /** One without limits, schedule and settings. */
    public Monitor(Header header, String definition, Id model, String managedBy, Document attributes) {
        this(header, definition, model, managedBy, List.of(), Optional.empty(), Facts.NONE, attributes);
    }

    @Override
    public Monitor with(Header newHeader) {
        return new Monitor(newHeader, definition, model, managedBy, thresholds, schedule, parameters, attributes);
    }

    /** The same with these limits. */
    public Monitor with(List<Threshold> newThresholds) {
        return new Monitor(header, definition, model, managedBy, newThresholds, schedule, parameters, attributes);
    }

    /** The same with this schedule. */
    public Monitor with(Optional<Schedule> newSchedule) {
        return new Monitor(header, definition, model, managedBy, thresholds, newSchedule, parameters, attributes);
    }

    /** The same with these settings. */
    public Monitor with(Facts newParameters) {
        return new Monitor(header, definition, model, managedBy, thresholds, schedule, newParameters, attributes);
    }

    /** The limit of a metric on this side for a measurement with these tags; empty for none. */
    public OptionalDouble limit(String metric, Side side, Map<String, String> tags) {
        return thresholds.stream()
                .filter(threshold -> threshold.metric().equals(metric) && threshold.side() == side)
                .map(threshold -> threshold.limit(tags))
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}
