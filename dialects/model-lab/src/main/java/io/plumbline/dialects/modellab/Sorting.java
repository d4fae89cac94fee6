package io.plumbline.dialects.modellab;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads {@code sort}: the name of a field, with a minus before it for the greatest first. */
final class Sorting {
    private static final String PARAMETER = "sort";

    private Sorting() {}

    /**
     * The orders that the parameter asks for; none where it is not given.
     *
     * @param fields by their names on the wire
     * @param order makes one of a field and a direction
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} for another name
     */
    static <F, O> List<O> read(@Nullable String sort, Map<String, F> fields, BiFunction<F, Order.Direction, O> order) {
        if (sort == null) {
            return List.of();
        }
        boolean descending = sort.startsWith("-");
        F field = Optional.ofNullable(fields.get(descending ? sort.substring(1) : sort))
                .orElseThrow(() -> PlumblineException.invalid(
                        PARAMETER,
                        "the parameter sort must be one of " + String.join(", ", new TreeSet<>(fields.keySet()))
                                + ", with a minus before it for the greatest first"));
        return List.of(order.apply(field, descending ? Order.Direction.DESCENDING : Order.Direction.ASCENDING));
    }
}
