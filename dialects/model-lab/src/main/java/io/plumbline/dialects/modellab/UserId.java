package io.plumbline.dialects.modellab;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.Optional;
import java.util.UUID;

/** Ids of users as this dialect writes them: UUIDs. */
final class UserId {
    private UserId() {}

    /** The id as a UUID. */
    static String of(Id id) {
        return id.asUuid().toString();
    }

    /**
     * The id behind a parameter; empty where no user of this server can have it.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is no UUID
     */
    static Optional<Id> read(String parameter, String text) {
        try {
            return Id.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw PlumblineException.invalid(parameter, "the parameter " + parameter + " must be a UUID");
        }
    }
}
