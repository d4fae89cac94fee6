package io.plumbline.domain.identity;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.time.Instant;
import java.util.Optional;

/**
 * A person or a program of an organization.
 *
 * @param id of the user
 * @param organization the user belongs to
 * @param name to log in with, unique in the whole server
 * @param passwordHash of the password, where there is one, as {@link Passwords} writes it
 * @param createdAt when the user was made
 */
public record User(Id id, Id organization, String name, Optional<String> passwordHash, Instant createdAt) {
    private static final int LONGEST_NAME = 255;

    /** Checks the name. */
    public User {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(User::isNotAllowed)) {
            throw PlumblineException.invalid(
                    "name",
                    "the name of a user has 1 to " + LONGEST_NAME + " characters, no colon and no control characters");
        }
    }

    /** A colon ends the name where name and password are sent together. */
    private static boolean isNotAllowed(int character) {
        return character == ':' || Character.isISOControl(character);
    }

    @Override
    public String toString() {
        return "User[id=" + id + ", organization=" + organization + ", name=" + name + "]";
    }
}
