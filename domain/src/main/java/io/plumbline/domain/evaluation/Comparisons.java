package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.baseline.BaselineReader;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.record.CountedEdges;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.WindowProfiles;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileSpec;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The profiles of a window beside those of its baseline. */
public final class Comparisons {
    private final Repository<Baseline> baselines;
    private final BaselineReader reader;
    private final WindowProfiles windows;

    private final CountedEdges edges;
    private final RecordStore records;

    /** Over these baselines and records, which are counted over these edges. */
    public Comparisons(
            Repository<Baseline> baselines,
            BaselineReader reader,
            WindowProfiles windows,
            CountedEdges edges,
            RecordStore records) {
        this.baselines = baselines;
        this.reader = reader;
        this.windows = windows;
        this.edges = edges;
        this.records = records;
    }

    /**
     * The baseline of a check: the one that is named, else the records that the model was trained on.
     *
     * @return empty where there is none
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where the one that is named is gone
     */
    Optional<BaselineProfiles> baseline(Subject subject) {
        Facts settings = subject.settings();
        return Settings.baseline(settings)
                .map(id -> baselines
                        .find(subject.model().header().organization(), id)
                        .orElseThrow(() -> PlumblineException.notFound("baseline", id)))
                .map(baseline -> reader.of(baseline, subject.window()))
                .orElseGet(() -> subject.dataset(Kind.BASELINE).map(reader::of));
    }

    /** The profiles of the window that can be held against the baseline, of columns that both have. */
    WindowProfiles.Profiled window(Subject subject, Dataset dataset, BaselineProfiles baseline) {
        Map<String, ProfileSpec> specs = new TreeMap<>();
        dataset.schema().columns().forEach(column -> {
            Profile profile = baseline.columns().get(column.name());
            if (profile != null && fits(profile, column)) {
                specs.put(column.name(), profile.spec());
            }
        });
        countFromNowOn(dataset, specs);
        return windows.of(
                dataset,
                Optional.of(subject.window().from()),
                Optional.of(subject.window().until()),
                specs);
    }

    /** The first baseline that records are compared with decides over which edges they are counted when they are profiled. */
    private void countFromNowOn(Dataset dataset, Map<String, ProfileSpec> specs) {
        if (edges.isKept(dataset.id())) {
            return;
        }
        Map<String, Edges> counted = new TreeMap<>();
        dataset.schema().columns().forEach(column -> {
            ProfileSpec spec = specs.get(column.name());
            if (spec != null && column.type().measured().isPresent()) {
                spec.edges().ifPresent(of -> counted.put(column.name(), of));
            }
        });
        if (!counted.isEmpty() && edges.put(dataset.id(), counted)) {
            records.recompute(dataset);
        }
    }

    private static boolean fits(Profile profile, io.plumbline.domain.model.Column column) {
        return io.plumbline.domain.record.ColumnChunks.isMeasured(column.type())
                && io.plumbline.domain.record.ColumnChunks.measuredType(column.type())
                        == profile.spec().type();
    }

    static SortedMap<String, String> tags(String... names) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (int i = 0; i < names.length; i += 2) {
            tags.put(names[i], names[i + 1]);
        }
        return tags;
    }
}
