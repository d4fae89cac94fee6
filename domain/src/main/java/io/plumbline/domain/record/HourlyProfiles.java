package io.plumbline.domain.record;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.Sketches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Profiles in the making. Rows mostly come hour by hour, so the builders of few hours are open at a time: a builder takes far more memory
 * than the profile it builds.
 */
final class HourlyProfiles {
    private static final int MOST_BUILDERS = 4096;

    private final List<String> names;
    private final List<ProfileSpec> specs;
    private final Sketches sketches;
    private final int mostOpen;
    private final ChunkBuffer buffer = new ChunkBuffer();
    /** The hour used last is the last one. */
    private final LinkedHashMap<Long, List<ProfileBuilder>> open = new LinkedHashMap<>(16, 0.75f, true);

    private final TreeMap<Long, List<Profile>> closed = new TreeMap<>();

    HourlyProfiles(Map<String, ProfileSpec> columns, Sketches sketches) {
        this.names = List.copyOf(columns.keySet());
        this.specs = names.stream().map(columns::get).toList();
        this.sketches = sketches;
        this.mostOpen = Math.max(1, MOST_BUILDERS / Math.max(1, names.size()));
    }

    void add(RecordBatch batch) {
        List<Optional<BatchColumn>> columns = columns(batch);
        HourRuns runs = HourRuns.of(batch.eventTimes());
        for (HourRuns.Run run : runs.runs()) {
            List<ProfileBuilder> builders = builders(run.hour());
            for (int i = 0; i < builders.size(); i++) {
                builders.get(i).add(chunk(columns.get(i), specs.get(i), runs.rows(), run));
            }
        }
    }

    private List<Optional<BatchColumn>> columns(RecordBatch batch) {
        Map<String, BatchColumn> given = new HashMap<>();
        batch.columns().forEach(column -> given.put(column.name(), column));
        return names.stream().map(name -> Optional.ofNullable(given.get(name))).toList();
    }

    private ColumnChunk chunk(Optional<BatchColumn> column, ProfileSpec spec, int[] rows, HourRuns.Run run) {
        return column.map(values -> buffer.chunk(values, rows, run.from(), run.until()))
                .orElseGet(() -> ChunkBuffer.missing(spec.type(), run.until() - run.from()));
    }

    private List<ProfileBuilder> builders(long hour) {
        List<ProfileBuilder> builders = open.get(hour);
        if (builders == null) {
            if (open.size() == mostOpen) {
                Map.Entry<Long, List<ProfileBuilder>> oldest = open.firstEntry();
                close(oldest.getKey(), oldest.getValue());
                open.remove(oldest.getKey());
            }
            builders = specs.stream()
                    .map(spec -> new ProfileBuilder(spec, sketches))
                    .toList();
            open.put(hour, builders);
        }
        return builders;
    }

    private void close(long hour, List<ProfileBuilder> builders) {
        List<Profile> profiles = builders.stream().map(ProfileBuilder::build).toList();
        closed.merge(hour, profiles, HourlyProfiles::merged);
    }

    private static List<Profile> merged(List<Profile> left, List<Profile> right) {
        List<Profile> merged = new ArrayList<>(left.size());
        for (int i = 0; i < left.size(); i++) {
            merged.add(left.get(i).merge(right.get(i)));
        }
        return merged;
    }

    /** All profiles, by hour. */
    List<ProfileCell> cells() {
        open.forEach(this::close);
        open.clear();
        List<ProfileCell> cells = new ArrayList<>();
        closed.forEach((hour, profiles) -> {
            Instant start = UtcHours.start(hour);
            for (int i = 0; i < profiles.size(); i++) {
                cells.add(new ProfileCell(names.get(i), start, profiles.get(i)));
            }
        });
        return cells;
    }
}
