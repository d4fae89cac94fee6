package io.plumbline.domain.baseline;

import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.ColumnChunks;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.WindowProfiles;
import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes the profiles of baselines, and keeps those that do not move. Numbers are counted over the deciles of the baseline's own values, which are
 * exact up to 20 million values at a time and come from a sketch beyond; the counts over them are exact.
 */
public final class BaselineReader {
    private static final long MOST_VALUES = 20_000_000;
    private static final int QUANTILES = 200;

    private final Repository<Dataset> datasets;
    private final RecordStore records;
    private final BaselineStore store;
    private final Sketches sketches;

    /** Over these records; what does not move is kept here. */
    public BaselineReader(Repository<Dataset> datasets, RecordStore records, BaselineStore store, Sketches sketches) {
        this.datasets = datasets;
        this.records = records;
        this.store = store;
        this.sketches = sketches;
    }

    /** All records of a dataset, as a baseline. What was taken of it once stays until its records change. */
    public BaselineProfiles of(Dataset dataset) {
        return whole(dataset.id(), dataset, "the records of " + dataset.name());
    }

    /**
     * A baseline for a window that is looked at.
     *
     * @return empty where its dataset is gone
     */
    public Optional<BaselineProfiles> of(Baseline baseline, Window window) {
        Id organization = baseline.header().organization();
        return datasets.find(organization, baseline.source().dataset()).map(dataset -> switch (baseline.source()) {
            case Baseline.Training _ -> whole(baseline.id(), dataset, baseline.name());
            case Baseline.Fixed fixed -> fixed(baseline, dataset, fixed.window());
            case Baseline.Moving moving -> taken(dataset, Optional.of(moving.before(window)), "", baseline.name());
        });
    }

    /** The marker is asked for first: records that come while they are read make the next one read again. */
    private BaselineProfiles whole(Id key, Dataset dataset, String label) {
        String marker = records.marker(dataset.id());
        return store.find(key)
                .filter(kept -> kept.madeFrom().equals(marker))
                .orElseGet(() -> keep(key, taken(dataset, Optional.empty(), marker, label)));
    }

    private BaselineProfiles fixed(Baseline baseline, Dataset dataset, Window window) {
        return store.find(baseline.id())
                .orElseGet(() -> keep(baseline.id(), taken(dataset, Optional.of(window), "", baseline.name())));
    }

    /** A baseline without records is not kept: they may still come. */
    private BaselineProfiles keep(Id key, BaselineProfiles taken) {
        if (taken.rows() > 0) {
            store.put(key, taken);
        }
        return taken;
    }

    private BaselineProfiles taken(Dataset dataset, Optional<Window> window, String madeFrom, String label) {
        Optional<Instant> from = window.map(Window::from);
        Optional<Instant> until = window.map(Window::until);
        Map<String, ProfileSpec> specs = specs(dataset, from, until);
        WindowProfiles.Profiled profiled = new WindowProfiles(records, sketches).of(dataset, from, until, specs);
        return new BaselineProfiles(label, profiled.rows(), madeFrom, profiled.columns());
    }

    private Map<String, ProfileSpec> specs(Dataset dataset, Optional<Instant> from, Optional<Instant> until) {
        Map<String, ProfileSpec> specs = new TreeMap<>();
        Map<String, ColumnType> numeric = new TreeMap<>();
        for (Column column : dataset.schema().columns()) {
            if (ColumnChunks.isMeasured(column.type()) && column.role().isCompared()) {
                ColumnType type = ColumnChunks.measuredType(column.type());
                specs.put(column.name(), ProfileSpec.of(type));
                if (type.isNumeric()) {
                    numeric.put(column.name(), type);
                }
            }
        }
        addEdges(dataset, from, until, numeric, specs);
        return specs;
    }

    /** Columns are read so many at a time as memory takes. */
    private void addEdges(
            Dataset dataset,
            Optional<Instant> from,
            Optional<Instant> until,
            Map<String, ColumnType> numeric,
            Map<String, ProfileSpec> specs) {
        long rows = records.count(dataset.id());
        if (rows > MOST_VALUES) {
            sketchEdges(dataset, from, until, specs);
            return;
        }
        int together = (int) Math.max(1, Math.min(numeric.size(), MOST_VALUES / Math.max(1, rows)));
        List<String> names = List.copyOf(numeric.keySet());
        for (int i = 0; i < names.size(); i += together) {
            List<String> some = names.subList(i, Math.min(names.size(), i + together));
            Map<String, ColumnBuilder> builders = new HashMap<>();
            some.forEach(name -> builders.put(name, new ColumnBuilder(type(numeric, name))));
            ColumnChunks chunks = new ColumnChunks();
            records.scan(
                    dataset,
                    new RecordWindow(from, until, some),
                    batch -> batch.columns().forEach(column -> {
                        ColumnBuilder builder = builders.get(column.name());
                        if (builder != null) {
                            builder.add(chunks.of(column));
                        }
                    }));
            builders.forEach((name, builder) -> specs.put(name, spec(builder.build())));
        }
    }

    private static ColumnType type(Map<String, ColumnType> numeric, String name) {
        return Optional.ofNullable(numeric.get(name)).orElseThrow();
    }

    private void sketchEdges(
            Dataset dataset, Optional<Instant> from, Optional<Instant> until, Map<String, ProfileSpec> specs) {
        Map<String, ProfileSpec> sketched = new TreeMap<>();
        specs.forEach((name, spec) -> {
            if (spec.type().isNumeric()) {
                sketched.put(name, spec.withSketch(SketchKind.QUANTILES, QUANTILES));
            }
        });
        new WindowProfiles(records, sketches)
                .of(dataset, from, until, sketched)
                .columns()
                .forEach((name, profile) -> specs.put(name, spec(profile.asColumn())));
    }

    private static ProfileSpec spec(ColumnData column) {
        return io.plumbline.measures.profile.BaselineProfiles.specFor(column, Map.of());
    }
}
