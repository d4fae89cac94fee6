package io.plumbline.http;

import java.util.List;
import java.util.Optional;

/** The header fields of a request; names in any case. */
@FunctionalInterface
public interface Headers {
    /** All values of the field, in their order. */
    List<String> all(String name);

    /** The first value of the field. */
    default Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
