package io.plumbline.domain.registry;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.TagMatch;
import io.plumbline.domain.experiment.TextMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which versions are looked for.
 *
 * @param name matches of the model's name, all of them
 * @param source matches of the source, all of them
 * @param runs one of which made it; empty for any, and for versions that no run made
 * @param stages that they are in
 * @param tags matches of tags, all of them
 * @param orders one after the other; then by name, and the highest version first
 * @param page which of them
 */
public record VersionQuery(
        List<TextMatch> name,
        List<TextMatch> source,
        Optional<Set<Id>> runs,
        Set<Stage> stages,
        List<TagMatch> tags,
        List<VersionOrder> orders,
        PageRequest page) {
    /** Keeps unmodifiable copies. */
    public VersionQuery {
        name = List.copyOf(name);
        source = List.copyOf(source);
        runs = runs.map(Set::copyOf);
        stages = Set.copyOf(stages);
        tags = List.copyOf(tags);
        orders = List.copyOf(orders);
    }

    /** What versions can be put in order by. */
    public enum VersionAttribute {
        NAME,
        VERSION,
        CREATED_AT,
        UPDATED_AT
    }

    /** By what versions are put in order. */
    public record VersionOrder(VersionAttribute attribute, Order.Direction direction) {}
}
