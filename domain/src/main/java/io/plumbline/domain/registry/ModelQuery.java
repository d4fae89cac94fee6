package io.plumbline.domain.registry;

import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.TagMatch;
import io.plumbline.domain.experiment.TextMatch;
import java.util.List;

/**
 * Which registered models are looked for.
 *
 * @param name matches of the name, all of them
 * @param tags matches of tags, all of them
 * @param orders one after the other; then by name
 * @param page which of them
 */
public record ModelQuery(List<TextMatch> name, List<TagMatch> tags, List<ModelOrder> orders, PageRequest page) {
    /** Keeps unmodifiable copies. */
    public ModelQuery {
        name = List.copyOf(name);
        tags = List.copyOf(tags);
        orders = List.copyOf(orders);
    }

    /** What models can be put in order by. */
    public enum ModelAttribute {
        NAME,
        CREATED_AT,
        UPDATED_AT
    }

    /** By what models are put in order. */
    public record ModelOrder(ModelAttribute attribute, Order.Direction direction) {}
}
