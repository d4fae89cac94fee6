package io.plumbline.measures.profile;

import io.plumbline.measures.column.CategoryCounter;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile keeps. Only profiles of equal specifications can be merged.
 *
 * @param type of the column
 * @param edges to count a numeric column's values over, from a baseline; empty for no counts
 * @param maxCategories how many categories of a text column are kept
 * @param sketches which sketches are kept, and of what size
 */
public record ProfileSpec(
        ColumnType type, Optional<Edges> edges, int maxCategories, Map<SketchKind, Integer> sketches) {
    /** How many categories are kept unless said otherwise. */
    public static final int MAX_CATEGORIES = 1000;

    /** Keeps an unmodifiable copy, in the order of the kinds. */
    public ProfileSpec {
        if (edges.isPresent() && !type.isNumeric()) {
            throw new IllegalArgumentException("a " + type.label() + " column cannot be counted over edges");
        }
        if (maxCategories < CategoryCounter.LEAST_LIMIT) {
            throw new IllegalArgumentException(
                    "at least " + CategoryCounter.LEAST_LIMIT + " categories are to be kept, not " + maxCategories);
        }
        Map<SketchKind, Integer> ordered = new EnumMap<>(SketchKind.class);
        ordered.putAll(sketches);
        ordered.keySet().forEach(kind -> requireFitting(type, kind));
        sketches = Collections.unmodifiableMap(ordered);
    }

    private static void requireFitting(ColumnType type, SketchKind kind) {
        if (!kind.fits(type)) {
            throw new IllegalArgumentException("there is no sketch " + kind + " of a " + type.label() + " column");
        }
    }

    /** Keeps the exact part only, without counts over edges. */
    public static ProfileSpec of(ColumnType type) {
        return new ProfileSpec(type, Optional.empty(), MAX_CATEGORIES, Map.of());
    }

    /** Also counts over these edges. */
    public ProfileSpec withEdges(Edges newEdges) {
        return new ProfileSpec(type, Optional.of(newEdges), maxCategories, sketches);
    }

    /** Keeps so many categories. */
    public ProfileSpec withMaxCategories(int categories) {
        return new ProfileSpec(type, edges, categories, sketches);
    }

    /** Also keeps this sketch. */
    public ProfileSpec withSketch(SketchKind kind, int size) {
        Map<SketchKind, Integer> more = new EnumMap<>(SketchKind.class);
        more.putAll(sketches);
        more.put(kind, size);
        return new ProfileSpec(type, edges, maxCategories, more);
    }

    /** Keeps of its sketches those of these kinds only. */
    public ProfileSpec keeping(Set<SketchKind> kinds) {
        if (kinds.containsAll(sketches.keySet())) {
            return this;
        }
        Map<SketchKind, Integer> fewer = new EnumMap<>(sketches);
        fewer.keySet().retainAll(kinds);
        return new ProfileSpec(type, edges, maxCategories, fewer);
    }

    /**
     * Fails unless the other is equal.
     *
     * @throws IllegalArgumentException that says what differs
     */
    void requireEqual(ProfileSpec other) {
        requireEqual("types", type.label(), other.type.label());
        requireEqual("edges", edges, other.edges);
        requireEqual("numbers of kept categories", maxCategories, other.maxCategories);
        requireEqual("sketches", sketches, other.sketches);
    }

    private static void requireEqual(String what, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            throw new IllegalArgumentException(
                    "profiles of different " + what + " cannot be merged: " + here + " and " + there);
        }
    }
}
