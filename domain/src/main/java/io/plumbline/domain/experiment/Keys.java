package io.plumbline.domain.experiment;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;

/** What the keys of params, tags and metrics look like. */
public final class Keys {
    /** The greatest count of characters, so that every database takes the key into an index. */
    public static final int LONGEST = 250;

    private Keys() {}

    /**
     * The key, which is fit to be one.
     *
     * @param what the kind of thing it names, such as {@code metric}
     * @throws PlumblineException of {@link Failure.Invalid} where it is blank, too long or has control characters
     */
    public static String checked(String what, String key) {
        if (key.isBlank() || key.length() > LONGEST || key.chars().anyMatch(Character::isISOControl)) {
            throw PlumblineException.invalid(
                    "key", "the key of a " + what + " has 1 to " + LONGEST + " characters and no control characters");
        }
        return key;
    }
}
