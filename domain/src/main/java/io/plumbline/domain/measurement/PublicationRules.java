package io.plumbline.domain.measurement;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Presence;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether metrics and tags are those of a definition. */
final class PublicationRules {
    private PublicationRules() {}

    /**
     * Fails where a publication does not fit the definition.
     *
     * @param index of the publication among those that come together
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names what is wrong
     */
    static void check(MonitorDefinition definition, Publication publication, int index) {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < publication.groups().size(); i++) {
            Publication.Group group = publication.groups().get(i);
            String where = "[" + index + "].metrics[" + i + "]";
            group.metrics().keySet().forEach(metric -> requireMetric(definition, metric, where));
            group.tags().keySet().forEach(tag -> requireTag(definition, tag, where));
            requireComplete(definition, group, where);
            requireFinite(group, where);
            for (String metric : group.metrics().keySet()) {
                if (!seen.add(List.of(metric, group.tags()))) {
                    throw PlumblineException.invalid(where, metric + " is given twice for the same tags");
                }
            }
        }
        if (seen.isEmpty()) {
            throw PlumblineException.invalid("[" + index + "].metrics", "a measurement has at least one metric");
        }
    }

    private static void requireComplete(MonitorDefinition definition, Publication.Group group, String where) {
        List<String> lacking = new ArrayList<>();
        definition.metrics().stream()
                .filter(metric -> metric.presence() == Presence.REQUIRED)
                .map(Metric::id)
                .filter(id -> !group.metrics().containsKey(id))
                .forEach(lacking::add);
        definition.tags().stream()
                .filter(tag -> tag.presence() == Presence.REQUIRED)
                .map(Tag::id)
                .filter(id -> !group.tags().containsKey(id))
                .forEach(lacking::add);
        if (!lacking.isEmpty()) {
            throw PlumblineException.invalid(where, where + " lacks " + String.join(", ", lacking));
        }
    }

    private static void requireFinite(Publication.Group group, String where) {
        group.metrics().forEach((metric, value) -> {
            if (!Double.isFinite(value)) {
                throw PlumblineException.invalid(where, metric + " must be a finite number");
            }
        });
    }

    private static void requireMetric(MonitorDefinition definition, String metric, String where) {
        if (definition.metric(metric).isEmpty()) {
            throw PlumblineException.invalid(
                    where,
                    definition.id() + " has no metric or tag " + metric + "; its metrics are "
                            + String.join(
                                    ", ",
                                    definition.metrics().stream()
                                            .map(Metric::id)
                                            .toList()));
        }
    }

    private static void requireTag(MonitorDefinition definition, String tag, String where) {
        if (!definition.hasTag(tag)) {
            throw PlumblineException.invalid(where, definition.id() + " has no metric or tag " + tag);
        }
    }

    /**
     * Fails where a question names what the definition does not have.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    static void check(MonitorDefinition definition, SeriesQuery query) {
        query.aggregates().forEach(each -> each.metric().ifPresent(metric -> requireMetric(definition, metric, "agg")));
        query.groups().forEach(tag -> requireTag(definition, tag, "group"));
        query.conditions().forEach(condition -> requireTag(definition, condition.tag(), "filter"));
    }
}
