package io.plumbline.domain.record;

import io.plumbline.domain.model.Dataset;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The profiles of the records of a window. Stored profiles are merged where the window is made of whole hours and they keep what is wanted;
 * all others are taken from the records, in memory that does not grow with them.
 */
public final class WindowProfiles {
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final RecordStore store;
    private final Sketches sketches;

    /** Over these records. */
    public WindowProfiles(RecordStore store, Sketches sketches) {
        this.store = store;
        this.sketches = sketches;
    }

    /**
     * Profiles of a window.
     *
     * @param rows how many records it has
     * @param columns by the column's name
     */
    public record Profiled(long rows, SortedMap<String, Profile> columns) {
        /** Keeps an unmodifiable copy. */
        public Profiled {
            columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        }
    }

    /**
     * The profiles of a window.
     *
     * @param from the earliest event time; empty from the first record on
     * @param until the event time before which; empty up to the last record
     * @param specs what is wanted, by the column's name; the columns are those of the dataset
     */
    public Profiled of(
            Dataset dataset, Optional<Instant> from, Optional<Instant> until, Map<String, ProfileSpec> specs) {
        SortedMap<String, Profile> stored =
                isWholeHours(from, until) ? stored(dataset, from.get(), until.get(), specs) : new TreeMap<>();
        Map<String, ProfileSpec> rest = new TreeMap<>(specs);
        rest.keySet().removeAll(stored.keySet());
        if (rest.isEmpty() && !stored.isEmpty()) {
            return new Profiled(stored.values().iterator().next().tally().rows(), stored);
        }
        return scanned(dataset, new RecordWindow(from, until, List.copyOf(rest.keySet())), rest, stored);
    }

    private static boolean isWholeHours(Optional<Instant> from, Optional<Instant> until) {
        return from.isPresent() && until.isPresent() && isWholeHour(from.get()) && isWholeHour(until.get());
    }

    private static boolean isWholeHour(Instant moment) {
        return moment.getNano() == 0 && moment.getEpochSecond() % HOUR == 0;
    }

    private SortedMap<String, Profile> stored(
            Dataset dataset, Instant from, Instant until, Map<String, ProfileSpec> specs) {
        Set<SketchKind> sketched = EnumSet.noneOf(SketchKind.class);
        specs.values().forEach(spec -> sketched.addAll(spec.sketches().keySet()));
        SortedMap<String, Profile> merged = new TreeMap<>();
        for (ProfileCell cell : store.cells(dataset, from, until, sketched)) {
            ProfileSpec wanted = specs.get(cell.column());
            if (wanted != null && keeps(cell.profile().spec(), wanted)) {
                Profile profile = cell.profile().keeping(wanted.sketches().keySet());
                merged.merge(cell.column(), profile, Profile::merge);
            }
        }
        return merged;
    }

    /** Whether a profile keeps what is wanted; it may have more sketches. */
    private static boolean keeps(ProfileSpec stored, ProfileSpec wanted) {
        return stored.type() == wanted.type()
                && stored.edges().equals(wanted.edges())
                && stored.maxCategories() == wanted.maxCategories()
                && stored.sketches().keySet().containsAll(wanted.sketches().keySet());
    }

    private Profiled scanned(
            Dataset dataset, RecordWindow window, Map<String, ProfileSpec> specs, SortedMap<String, Profile> stored) {
        Map<String, ProfileBuilder> builders = new HashMap<>();
        specs.forEach((name, spec) -> builders.put(name, new ProfileBuilder(spec, sketches)));
        ColumnChunks chunks = new ColumnChunks();
        long[] rows = new long[1];
        store.scan(dataset, window, batch -> {
            rows[0] += batch.rows();
            for (BatchColumn column : batch.columns()) {
                ProfileBuilder builder = builders.get(column.name());
                if (builder != null) {
                    builder.add(chunks.of(column));
                }
            }
        });
        SortedMap<String, Profile> all = new TreeMap<>(stored);
        builders.forEach((name, builder) -> all.put(name, builder.build()));
        return new Profiled(rows[0], all);
    }
}
