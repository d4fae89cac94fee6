package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies from JSON and says in plain words what is wrong with one. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * The value that the body holds.
     *
     * @throws PlumblineException of {@link Failure.Invalid} that names the field or the position
     */
    public static <T> T read(JsonMapper mapper, InputStream content, TypeReference<T> type) {
        try {
            return present(mapper.readValue(content, type));
        } catch (JacksonException unreadable) {
            throw failure(unreadable);
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw PlumblineException.invalid("the body is null");
        }
        return value;
    }

    /** What to answer to this trouble with a body: {@link Failure.Invalid}, or the failure that reading the body itself ran into. */
    public static RuntimeException failure(JacksonException trouble) {
        for (Throwable cause = trouble.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpFailureException http) {
                return http;
            }
            if (cause instanceof PlumblineException plumbline) {
                return placed(plumbline, trouble);
            }
            if (cause instanceof MissingFieldException missing) {
                return invalid(
                        path(trouble, missing.field()),
                        "the field " + path(trouble, missing.field()) + " is missing",
                        trouble);
            }
        }
        return invalid(place(trouble), description(trouble) + position(trouble), trouble);
    }

    private static RuntimeException placed(PlumblineException cause, JacksonException trouble) {
        return cause.failure() instanceof Failure.Invalid invalid
                        && invalid.where().isEmpty()
                        && !trouble.getPath().isEmpty()
                ? invalid(place(trouble), "the field " + place(trouble) + ": " + invalid.message(), trouble)
                : cause;
    }

    private static String description(JacksonException trouble) {
        return switch (trouble) {
            case UnrecognizedPropertyException unknown -> "the field " + place(trouble) + " is not known";
            case MismatchedInputException mismatch
            when place(trouble).isEmpty() && mismatch.getCurrentToken() == null -> "the body is empty";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> subject(trouble) + " must be " + kind(mismatch.getTargetType());
            case InputCoercionException large -> subject(trouble) + " is a number that does not fit there";
            case StreamConstraintsException limit ->
                "the body goes beyond a limit for JSON: a text, a number or a nesting is too long";
            case StreamReadException malformed -> "the body is not valid JSON";
            default -> subject(trouble) + " cannot be read";
        };
    }

    private static String subject(JacksonException trouble) {
        return place(trouble).isEmpty() ? "the body" : "the field " + place(trouble);
    }

    private static String kind(Class<?> type) {
        if (Number.class.isAssignableFrom(type)) {
            return "a number" + (type == Integer.class || type == Long.class ? " without a fraction, in range" : "");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "Boolean", "boolean" -> "true or false";
            case "Instant" -> "a time such as 2026-01-31T08:30:00Z";
            case "LocalDate" -> "a day such as 2026-01-31";
            default -> type.isEnum() ? "one of the names that it may have" : "an object";
        };
    }

    private static String place(JacksonException trouble) {
        return path(trouble, "");
    }

    /** Such as {@code values[3].name}. */
    private static String path(JacksonException trouble, String last) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : trouble.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                append(path, step.getPropertyName());
            }
        }
        append(path, last);
        return path.toString();
    }

    private static void append(StringBuilder path, String name) {
        if (!name.isEmpty()) {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }

    private static String position(JacksonException trouble) {
        TokenStreamLocation location = trouble.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static PlumblineException invalid(String where, String message, Throwable cause) {
        return new PlumblineException(
                new Failure.Invalid(message, Optional.of(where).filter(place -> !place.isEmpty())), cause);
    }
}
