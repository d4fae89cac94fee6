package io.plumbline.measures.profile;

import io.plumbline.measures.column.Tally;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * A mergeable summary of a column: a commutative monoid, whose neutral element is what an unfed {@link ProfileBuilder} builds.
 *
 * <p>It has two parts. The exact part depends on the rows alone: however they are ordered, cut, spread over machines and merged, its
 * bytes and the {@link #digest()} are the same. The sketch part, kept only where the specification asks for it, draws at random within
 * its error bounds; two sketches of the same rows may differ, so they are not in the digest. Immutable and safe for use by several
 * threads.
 */
public final class Profile {
    private final ProfileSpec spec;
    private final ExactPart exact;
    private final SketchSet sketches;

    Profile(ProfileSpec spec, ExactPart exact, SketchSet sketches) {
        this.spec = spec;
        this.exact = exact;
        this.sketches = sketches;
    }

    /** What the profile keeps. */
    public ProfileSpec spec() {
        return spec;
    }

    /** Every row, by kind. */
    public Tally tally() {
        return exact.tally();
    }

    ExactPart exact() {
        return exact;
    }

    SketchSet sketches() {
        return sketches;
    }

    /**
     * The profile of the rows of both.
     *
     * @throws IllegalArgumentException that says what differs, unless both have equal specifications
     */
    public Profile merge(Profile other) {
        spec.requireEqual(other.spec);
        return new Profile(spec, exact.merge(other.exact, spec), sketches.merge(other.sketches));
    }

    /** The profile as bytes, in the format of {@link ProfileFormat}. */
    public byte[] toBytes() {
        return ProfileFormat.write(this);
    }

    /**
     * A profile from its bytes.
     *
     * @param library reads the sketches; {@link Sketches#NONE} for profiles without any
     * @throws ProfileFormatException where the bytes are no profile, are damaged or are of a later version
     */
    public static Profile of(byte[] bytes, Sketches library) {
        return of(bytes, library, EnumSet.allOf(SketchKind.class));
    }

    /**
     * A profile from its bytes, with only some kinds of sketches; others are not even looked at.
     *
     * @return what {@link #keeping} makes of the profile
     * @throws ProfileFormatException where the bytes are no profile, are damaged or are of a later version
     */
    public static Profile of(byte[] bytes, Sketches library, Set<SketchKind> kinds) {
        return ProfileFormat.read(bytes, library, kinds);
    }

    /** The profile of the same rows by a specification that asks only for these kinds of sketches, of those that there are. */
    public Profile keeping(Set<SketchKind> kinds) {
        ProfileSpec kept = spec.keeping(kinds);
        return kept.equals(spec) ? this : new Profile(kept, exact, sketches.keeping(kinds));
    }

    /** SHA-256, in hex, over the bytes of the specification and of the exact part: equal for equal rows. */
    public String digest() {
        try {
            byte[] bytes = ProfileFormat.exactBytes(this);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The profile as measures see a column. */
    public ProfiledColumn asColumn() {
        return new ProfiledColumn(this);
    }
}
