package io.plumbline.domain;

/** What names for people look like. */
public final class Names {
    private static final int LONGEST = 255;

    private Names() {}

    /**
     * Checks a name that may be left empty.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where it is too long or has control characters
     */
    public static void check(String name) {
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw PlumblineException.invalid(
                    "name", "a name has at most " + LONGEST + " characters and no control characters");
        }
    }

    /**
     * Checks a name that must be given.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where it is blank, too long or has control characters
     */
    public static void checkGiven(String name) {
        if (name.isBlank()) {
            throw PlumblineException.invalid("name", "the name is blank");
        }
        check(name);
    }
}
