package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.domain.PlumblineException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The types of a table's columns, as far as its rows were seen. */
final class InferredColumns {
    private static final int MOST_COLUMNS = 10_000;

    private final List<String> names;
    private final InferredType[] types;

    /**
     * Columns of these names, of which no value was seen yet.
     *
     * @param where the names stand, for messages
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a name is blank or comes twice, or there are too many
     */
    InferredColumns(List<String> names, String where) {
        if (names.size() > MOST_COLUMNS) {
            throw PlumblineException.invalid(where, where + ": there are more than " + MOST_COLUMNS + " columns");
        }
        Set<String> distinct = new HashSet<>();
        for (String name : names) {
            if (name == null || name.isBlank()) {
                throw PlumblineException.invalid(where, where + ": a column has no name");
            }
            if (!distinct.add(name)) {
                throw PlumblineException.invalid(where, where + ": the column " + name + " is named twice");
            }
        }
        this.names = List.copyOf(names);
        this.types = new InferredType[names.size()];
        Arrays.fill(types, InferredType.NOTHING);
    }

    /**
     * Looks at a row.
     *
     * @param where the row stands, for messages
     * @param size how many values it has
     * @param type of the value at an index
     */
    void see(String where, int size, IntFunction<InferredType> type) {
        if (size != types.length) {
            throw PlumblineException.invalid(
                    where, where + " has " + size + " values where there are " + types.length + " columns");
        }
        for (int i = 0; i < size; i++) {
            // A column of texts stays one, whatever comes.
            if (types[i] != InferredType.STRING) {
                types[i] = types[i].join(type.apply(i));
            }
        }
    }

    /** The columns as fields, in order. */
    List<SparkField> fields() {
        return IntStream.range(0, types.length)
                .mapToObj(index -> types[index].field(names.get(index)))
                .toList();
    }
}
