package io.plumbline.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body is written by the dialect's mapper.
 *
 * @param status of HTTP, or {@link #BY_CONTRACT}
 * @param headers besides those of the body and of the connection
 * @param body or null for an answer without one
 */
public record Answer<T>(
        int status, Map<String, String> headers, @Nullable T body) implements Reply {
    /** Stands for the status that the contract names for success. */
    public static final int BY_CONTRACT = 0;

    /** Keeps an unmodifiable copy. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** With this body and the contract's status. */
    public static <T> Answer<T> of(T body) {
        return new Answer<>(BY_CONTRACT, Map.of(), body);
    }

    /** Without a body. */
    public static Answer<Void> empty() {
        return new Answer<>(BY_CONTRACT, Map.of(), null);
    }

    /** The same with this status. */
    public Answer<T> withStatus(int newStatus) {
        return new Answer<>(newStatus, headers, body);
    }

    /** The same with one more header field. */
    public Answer<T> withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer<>(status, more, body);
    }

    /** The same, with this status where none was chosen. */
    public Answer<T> orStatus(int successStatus) {
        return status == BY_CONTRACT ? withStatus(successStatus) : this;
    }
}
