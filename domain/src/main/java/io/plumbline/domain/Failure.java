package io.plumbline.domain;

import java.time.Duration;
import java.util.Optional;

/** Why the core did not do what it was asked. Dialects turn each kind into a status, a code and a text of their own. */
public sealed interface Failure {
    /** One sentence for a person: what is wrong, and what to do where that can be said. Never a secret. */
    String message();

    /**
     * There is no such thing, or the caller may not know of it.
     *
     * @param what the kind of thing, such as {@code dataset}
     * @param id as the caller gave it
     */
    record NotFound(String what, String id) implements Failure {
        @Override
        public String message() {
            return what + " " + id + " not found";
        }
    }

    /** The id or the name is taken. */
    record AlreadyExists(String what, String id) implements Failure {
        @Override
        public String message() {
            return what + " " + id + " exists already";
        }
    }

    /** Somebody else changed the thing meanwhile. */
    record Stale(String what, String id) implements Failure {
        @Override
        public String message() {
            return what + " " + id + " was changed meanwhile; read it again and repeat the change";
        }
    }

    /**
     * The request makes no sense as it stands.
     *
     * @param message what is wrong and what is expected
     * @param where the field, column or parameter that is wrong, where there is one
     */
    record Invalid(String message, Optional<String> where) implements Failure {}

    /** The request makes sense, but not in the state things are in: something depends on it, or a column has another type. */
    record Conflict(String message) implements Failure {}

    /** No credential, or one that is wrong, expired or revoked. */
    record Unauthenticated(String message) implements Failure {}

    /**
     * The caller is known and lacks a permission.
     *
     * @param permission its label, such as {@code record.write}
     */
    record Forbidden(String permission) implements Failure {
        @Override
        public String message() {
            return "the permission " + permission + " is missing";
        }
    }

    /** More came than can be taken now; nothing was taken. */
    record Busy(Duration retryAfter) implements Failure {
        @Override
        public String message() {
            return "too much is waiting to be stored; try again in " + Math.max(1, retryAfter.toSeconds()) + " s";
        }
    }

    /** There is no room to store it; nothing was taken. */
    record StorageFull(String message) implements Failure {}

    /** The request is larger than is allowed. */
    record TooLarge(String message) implements Failure {}

    /** This server does not do that. */
    record NotSupported(String message) implements Failure {}

    /** Another system that was needed could not be reached, or refused. */
    record Unreachable(String message) implements Failure {}
}
