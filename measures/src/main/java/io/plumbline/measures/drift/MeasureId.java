package io.plumbline.measures.drift;

import java.util.regex.Pattern;

/**
 * The identity of a definition: a measure's name and, after the {@code @}, whose definition it is. {@code psi@1} is Plumbline's own
 * first definition, {@code psi@evidently-0.7} the one that Evidently 0.7 computes.
 *
 * @param name the measure's name in lower case, such as {@code psi} or {@code cramers_v}
 * @param variant {@code 1}, {@code 2}, ... for our own definitions, or the name and version of a reference implementation
 */
public record MeasureId(String name, String variant) implements Comparable<MeasureId> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern VARIANT = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    /** Checks both parts. */
    public MeasureId {
        if (!NAME.matcher(name).matches() || !VARIANT.matcher(variant).matches()) {
            throw new IllegalArgumentException("'" + name + "@" + variant + "' is not a measure's id such as psi@1");
        }
    }

    /**
     * Reads {@code name@variant}; without a variant it is {@code @1}.
     *
     * @throws IllegalArgumentException where the text is not an id
     */
    public static MeasureId of(String text) {
        int at = text.indexOf('@');
        return at < 0 ? new MeasureId(text, "1") : new MeasureId(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public int compareTo(MeasureId other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : variant.compareTo(other.variant);
    }

    @Override
    public String toString() {
        return name + "@" + variant;
    }
}
