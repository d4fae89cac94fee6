package io.plumbline.dialects.openscale;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.Optional;
import java.util.UUID;

/** Ids as this dialect writes them: UUIDs. */
public final class WireId {
    private static final int LENGTH = 36;

    private WireId() {}

    /** The id as a UUID. */
    public static String of(Id id) {
        return id.asUuid().toString();
    }

    /** The id behind a text, or empty where it is none of ours. */
    public static Optional<Id> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Id.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The id behind a text.
     *
     * @param what the kind of thing it names
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where it is none of ours
     */
    public static Id read(String what, String text) {
        return parse(text).orElseThrow(() -> PlumblineException.notFound(what, text));
    }
}
