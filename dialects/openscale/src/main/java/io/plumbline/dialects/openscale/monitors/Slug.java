package io.plumbline.dialects.openscale.monitors;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ids that are made of names. */
final class Slug {
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^_|_$");

    private Slug() {}

    /** Small letters and digits of a name, with an underscore for whatever stands between them; empty where it has none. */
    static String of(String name) {
        String joined = OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_");
        return ENDS.matcher(joined).replaceAll("");
    }
}
