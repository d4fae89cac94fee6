package io.plumbline.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type such as {@code text/csv; charset=utf-8}.
 *
 * @param name in lower case, without parameters
 * @param parameters by their names in lower case
 */
public record MediaType(String name, Map<String, String> parameters) {
    /** Keeps an unmodifiable copy. */
    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    /** The media type in the value of a Content-Type field; what cannot be read of it is passed over. */
    public static MediaType of(String field) {
        String[] parts = field.split(";");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                parameters.put(lower(parts[i].substring(0, equals)), unquoted(parts[i].substring(equals + 1)));
            }
        }
        return new MediaType(lower(parts.length == 0 ? "" : parts[0]), parameters);
    }

    /** The value of a parameter. */
    public Optional<String> parameter(String parameterName) {
        return Optional.ofNullable(parameters.get(parameterName));
    }

    /** Whether it is JSON, or a format that is written in JSON. */
    public boolean isJson() {
        return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
    }

    /** Whether this type covers another: equal, or the other's {@code type/*}. */
    public boolean covers(MediaType other) {
        return name.equals(other.name)
                || name.equals("*/*")
                || (name.endsWith("/*") && other.name.startsWith(name.substring(0, name.length() - 1)));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        String value = text.strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
