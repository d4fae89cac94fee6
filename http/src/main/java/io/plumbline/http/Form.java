package io.plumbline.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form.
 *
 * @param fields their values by their names
 */
public record Form(Map<String, List<String>> fields) {
    /** Keeps an unmodifiable copy. */
    public Form {
        fields = Map.copyOf(fields);
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst();
    }
}
