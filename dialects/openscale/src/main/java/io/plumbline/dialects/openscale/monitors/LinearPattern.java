package io.plumbline.dialects.openscale.monitors;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;

/**
 * A pattern of a user's schema. However it is written, a text takes time by its length alone: others can be made to try for years, and to wait for them would
 * hold up who else calls.
 */
final class LinearPattern implements RegularExpression {
    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads it.
     *
     * @throws SchemaException where it is none, or one that needs trying
     */
    static LinearPattern of(String text) {
        try {
            return new LinearPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new SchemaException(
                    "'" + text + "' is not a pattern without references to groups and without looking around: "
                            + e.getDescription());
        }
    }

    @Override
    public boolean matches(String text) {
        return pattern.matcher(text).find();
    }
}
