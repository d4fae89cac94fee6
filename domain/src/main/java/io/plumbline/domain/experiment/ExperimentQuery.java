package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.util.List;
import java.util.Optional;

/**
 * Which experiments are looked for.
 *
 * @param view whether those in the bin are among them
 * @param text that the name or the note contains, in any case
 * @param name matches of the name, all of them
 * @param tags matches of tags, all of them
 * @param times matches of times, all of them
 * @param owner whose they are
 * @param orders one after the other; then the latest made comes first
 * @param page which of them
 */
public record ExperimentQuery(
        LifecycleView view,
        Optional<String> text,
        List<TextMatch> name,
        List<TagMatch> tags,
        List<TimeMatch> times,
        Optional<Id> owner,
        List<ExperimentOrder> orders,
        PageRequest page) {
    /** Keeps unmodifiable copies. */
    public ExperimentQuery {
        name = List.copyOf(name);
        tags = List.copyOf(tags);
        times = List.copyOf(times);
        orders = List.copyOf(orders);
    }

    /** A time, in microseconds since 1970-01-01T00:00:00Z, that a field is held against. */
    public record TimeMatch(ExperimentAttribute attribute, Operator operator, long micros) {}

    /** What experiments can be put in order by. */
    public enum ExperimentAttribute {
        NUMBER,
        NAME,
        CREATED_AT,
        UPDATED_AT
    }

    /** By what experiments are put in order. */
    public record ExperimentOrder(ExperimentAttribute attribute, Order.Direction direction) {}
}
