package io.plumbline.domain.record;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a schema grows with the batches that come in: a new column is taken up, a type is widened, another type is refused by name. */
public final class SchemaEvolution {
    private SchemaEvolution() {}

    /**
     * The schema that takes the batch; the same schema where it takes it as it is.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the column
     */
    public static Schema grow(Schema schema, Growth growth, RecordBatch batch) {
        return grow(schema, growth, batch, Schema.EMPTY);
    }

    /**
     * The schema that takes the batch; the same schema where it takes it as it is.
     *
     * @param model of the records: a column that it names is taken up in the role that it has there
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the column
     */
    public static Schema grow(Schema schema, Growth growth, RecordBatch batch, Schema model) {
        return grow(schema, growth, types(batch), model);
    }

    /**
     * The schema that takes columns of these types; the same schema where it takes them as it is.
     *
     * @param model of the records: a column that it names is taken up in the role that it has there
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the column
     */
    public static Schema grow(Schema schema, Growth growth, Map<String, ValueType> types, Schema model) {
        Map<String, Column> columns = byName(schema.columns());
        types.forEach((name, type) -> {
            boolean known = columns.containsKey(name);
            columns.merge(name, added(name, type, growth, known, model), SchemaEvolution::joined);
        });
        return next(schema, columns.values());
    }

    /** The types of the columns of a batch, by name. */
    static Map<String, ValueType> types(RecordBatch batch) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        batch.columns().forEach(column -> types.put(column.name(), column.type()));
        return types;
    }

    private static Column added(String name, ValueType type, Growth growth, boolean known, Schema model) {
        if (!known && growth == Growth.FIXED) {
            throw PlumblineException.invalid(name, "the dataset has no column " + name + " and takes no new ones");
        }
        checkName(name);
        return model.column(name)
                .map(named -> named.as(type))
                .orElseGet(() -> Column.of(name, type, ColumnRole.METADATA));
    }

    /** The schema with these columns in place of its own; the same schema where it has them. */
    public static Schema replace(Schema schema, List<Column> wanted) {
        wanted.forEach(column -> checkName(column.name()));
        return next(schema, wanted);
    }

    /**
     * The schema with these columns where records are there already: a column keeps its place, and a type that records have widened stays
     * as wide.
     *
     * @throws PlumblineException of {@link Failure.Conflict} that names a column that is not wanted any more, or wanted of a type that cannot
     *     hold what is there
     */
    public static Schema extend(Schema schema, List<Column> wanted) {
        wanted.forEach(column -> checkName(column.name()));
        Map<String, Column> rest = byName(new Schema(1, wanted).columns());
        List<Column> columns = new ArrayList<>();
        schema.columns().forEach(kept -> columns.add(extended(kept, rest.remove(kept.name()))));
        columns.addAll(rest.values());
        return next(schema, columns);
    }

    private static Column extended(Column kept, @Nullable Column wanted) {
        if (wanted == null) {
            throw conflict("there are records, so the column " + kept.name() + " cannot be taken away");
        }
        if (wanted.type() == kept.type() || wanted.type().widens(kept.type())) {
            return wanted;
        }
        if (kept.type().widens(wanted.type())) {
            return wanted.as(kept.type());
        }
        throw conflict("there are records, so the column " + kept.name() + " of type "
                + kept.type().label() + " cannot become " + wanted.type().label());
    }

    private static PlumblineException conflict(String message) {
        return new PlumblineException(new Failure.Conflict(message));
    }

    private static Map<String, Column> byName(List<Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    private static Schema next(Schema schema, Collection<Column> columns) {
        List<Column> next = List.copyOf(columns);
        return next.equals(schema.columns()) ? schema : schema.next(next);
    }

    /**
     * Fails where a column cannot have this name.
     *
     * @throws PlumblineException of {@link Failure.Invalid}
     */
    public static void checkName(String name) {
        if (SystemField.of(name).isPresent()) {
            throw PlumblineException.invalid(name, "the name " + name + " is reserved");
        }
    }

    private static Column joined(Column kept, Column came) {
        if (kept.type() == came.type() || kept.type().widens(came.type())) {
            return kept;
        }
        if (came.type().widens(kept.type())) {
            return kept.as(came.type());
        }
        throw PlumblineException.invalid(
                kept.name(),
                "the column " + kept.name() + " is of type " + kept.type().label() + " and takes no "
                        + came.type().label());
    }

    /** The batch with its columns as the types of the schema. */
    public static RecordBatch conform(RecordBatch batch, Schema schema) {
        List<BatchColumn> columns = batch.columns().stream()
                .map(column -> conform(
                        column, schema.column(column.name()).orElseThrow().type()))
                .toList();
        return new RecordBatch(batch.ids(), batch.eventTimes(), batch.transactions(), columns);
    }

    private static BatchColumn conform(BatchColumn column, ValueType type) {
        if (column instanceof BatchColumn.Integers(String name, long[] values, var missing)
                && type == ValueType.NUMBER) {
            double[] numbers = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                numbers[i] = values[i];
            }
            return new BatchColumn.Numbers(name, numbers, missing);
        }
        return column;
    }
}
