package io.plumbline.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named values that the core looks into and that a dialect may write as JSON: settings of a monitor, evidence behind a measurement. A value is
 * a text, a truth value, a {@link Long}, a {@link Double}, a list or a map of such values, or null. Two that are equal have the same JSON.
 *
 * @param values by name, in the order given
 */
public record Facts(Map<String, @Nullable Object> values) {
    /** Without any. */
    public static final Facts NONE = new Facts(Map.of());

    /** Keeps an unmodifiable copy of plain values. */
    public Facts {
        values = map(values);
    }

    /** One named value. */
    public static Facts of(String name, Object value) {
        return NONE.with(name, value);
    }

    /** These and one more. */
    public Facts with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Facts(more);
    }

    /**
     * A value made of what {@link Facts} may hold: whole numbers become {@link Long}, all others {@link Double}.
     *
     * @throws IllegalArgumentException where it holds anything else, or a number that is not finite
     */
    public static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Long number -> number;
            case Number number -> finite(number.doubleValue());
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> throw new IllegalArgumentException("no plain value: " + value.getClass());
        };
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a plain number is finite, not " + number);
        }
        return number;
    }

    private static List<@Nullable Object> list(List<?> values) {
        List<@Nullable Object> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(plain(value)));
        return Collections.unmodifiableList(list);
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((name, value) -> map.put(String.valueOf(name), plain(value)));
        return Collections.unmodifiableMap(map);
    }

    /** The names in use. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The value of this name; empty also where it is null. */
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The number of this name.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where it is something else
     */
    public OptionalDouble number(String name) {
        Optional<Object> found = find(name);
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                require(name, found.get(), Number.class, "a number").doubleValue());
    }

    /**
     * The count of this name.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where it is no whole number from 0 on
     */
    public OptionalLong count(String name) {
        Optional<Object> found = find(name);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        long count = require(name, found.get(), Long.class, "a whole number from 0 on");
        if (count < 0) {
            throw PlumblineException.invalid(name, name + " must be a whole number from 0 on, not " + count);
        }
        return OptionalLong.of(count);
    }

    /**
     * The text of this name.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where it is something else
     */
    public Optional<String> text(String name) {
        return find(name).map(value -> require(name, value, String.class, "a text"));
    }

    /**
     * The truth value of this name.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where it is something else
     */
    public Optional<Boolean> truth(String name) {
        return find(name).map(value -> require(name, value, Boolean.class, "true or false"));
    }

    /**
     * The list of this name; an empty one where there is none.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where it is something else
     */
    public List<?> list(String name) {
        return find(name)
                .<List<?>>map(value -> require(name, value, List.class, "a list"))
                .orElse(List.of());
    }

    private static <T> T require(String name, Object value, Class<T> type, String what) {
        if (!type.isInstance(value)) {
            throw PlumblineException.invalid(name, name + " must be " + what);
        }
        return type.cast(value);
    }
}
