package io.plumbline.domain.record;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Profiles records by column and UTC hour of their event time. Safe for use by several threads. */
public final class Profiler {
    private static final int QUANTILES = 200;
    private static final int DISTINCT = 11;

    private final Function<ColumnType, ProfileSpec> specs;
    private final Sketches sketches;

    /**
     * Makes one that keeps of each type of column what the specification says.
     *
     * @param sketches makes the sketches that the specifications ask for
     */
    public Profiler(Function<ColumnType, ProfileSpec> specs, Sketches sketches) {
        this.specs = specs;
        this.sketches = sketches;
    }

    /** Makes one that keeps of numbers and instants also quantiles, to a rank error of 1.3 %, and the number of different values, to 5 %. */
    public static Profiler of(Sketches sketches) {
        return new Profiler(Profiler::spec, sketches);
    }

    private static ProfileSpec spec(ColumnType type) {
        ProfileSpec exact = ProfileSpec.of(type);
        return type.isNumeric()
                ? exact.withSketch(SketchKind.QUANTILES, QUANTILES).withSketch(SketchKind.DISTINCT, DISTINCT)
                : exact;
    }

    /**
     * The profiles of the measured columns of a schema, by hour and then in the order of the schema. A batch without a column has no values
     * in it. The exact part does not depend on how the rows are cut into batches and ordered.
     */
    public List<ProfileCell> profile(Schema schema, Iterable<RecordBatch> batches) {
        return profile(Map.of(), schema, batches);
    }

    /**
     * The same, with numbers counted over edges besides.
     *
     * @param edges by the column's name; those of columns that are not numeric any more do not count
     */
    public List<ProfileCell> profile(Map<String, Edges> edges, Schema schema, Iterable<RecordBatch> batches) {
        Map<String, ProfileSpec> columns = new LinkedHashMap<>();
        for (Column column : schema.columns()) {
            column.type()
                    .measured()
                    .ifPresent(type -> columns.put(column.name(), spec(type, edges.get(column.name()))));
        }
        HourlyProfiles profiles = new HourlyProfiles(columns, sketches);
        batches.forEach(profiles::add);
        return profiles.cells();
    }

    private ProfileSpec spec(ColumnType type, @Nullable Edges edges) {
        ProfileSpec spec = specs.apply(type);
        return edges == null || !type.isNumeric() ? spec : spec.withEdges(edges);
    }
}
