package io.plumbline.measures.profile;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Profiles of a baseline, whose own quantiles become the edges that later data is counted over. */
public final class BaselineProfiles {
    private BaselineProfiles() {}

    /**
     * What to keep of a column and of all later data that is compared with it: numeric columns are counted over the
     * edges that Plumbline's own measures take.
     *
     * @param reference the column; nothing but its quantiles is asked for
     * @param sketches the sketches to keep, and their sizes; those that cannot be made of the column's type are left out
     */
    public static ProfileSpec specFor(ColumnData reference, Map<SketchKind, Integer> sketches) {
        ColumnType type = reference.type();
        Map<SketchKind, Integer> fitting = new EnumMap<>(SketchKind.class);
        fitting.putAll(sketches);
        fitting.keySet().removeIf(kind -> !kind.fits(type));
        return new ProfileSpec(type, edgesOf(reference), ProfileSpec.MAX_CATEGORIES, fitting);
    }

    private static Optional<Edges> edgesOf(ColumnData reference) {
        boolean hasNumbers = reference.type().isNumeric() && reference.tally().values() > 0;
        return hasNumbers ? Optional.of(Binnings.ownEdges(reference).edges(reference, reference)) : Optional.empty();
    }

    /**
     * Profiles a column of a table by a specification, in memory that does not grow with the rows.
     *
     * @param library makes the sketches that the specification asks for
     * @throws io.plumbline.measures.table.TableException where it cannot be read
     */
    public static Profile over(ProfileSpec spec, Table table, TableColumn column, Sketches library) {
        ProfileBuilder builder = new ProfileBuilder(spec, library);
        table.read(column, builder);
        return builder.build();
    }
}
