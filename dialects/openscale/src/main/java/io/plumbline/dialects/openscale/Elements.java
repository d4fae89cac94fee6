package io.plumbline.dialects.openscale;

import io.plumbline.domain.PlumblineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists in requests. */
public final class Elements {
    private Elements() {}

    /**
     * The list, or an empty one where it is left out.
     *
     * @param field in which it came
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the place, where an element is null
     */
    public static <T> List<T> of(String field, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                String place = field + "[" + i + "]";
                throw PlumblineException.invalid(place, "the field " + place + " is missing");
            }
        }
        return values;
    }
}
