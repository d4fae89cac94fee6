package io.plumbline.domain.record;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.measures.table.ColumnRole;
import java.util.Collection;
import java.util.Optional;

/**
 * Which columns of a file hold what every record has. What is not named is taken from the column that has the role in the schema, where the
 * file has that one.
 *
 * @param id of the record
 * @param time when what the record tells of happened
 * @param transaction what ties records of several datasets together
 */
public record FieldColumns(Optional<String> id, Optional<String> time, Optional<String> transaction) {
    /** Nothing is named. */
    public static final FieldColumns BY_ROLE = new FieldColumns(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The columns of a file.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the file has not one that is named
     */
    public FieldColumns among(Collection<String> columns, Schema schema) {
        return new FieldColumns(
                named(id, columns).or(() -> ofRole(ColumnRole.ID, columns, schema)),
                named(time, columns).or(() -> ofRole(ColumnRole.TIME, columns, schema)),
                named(transaction, columns));
    }

    private static Optional<String> named(Optional<String> name, Collection<String> columns) {
        name.filter(wanted -> !columns.contains(wanted)).ifPresent(missing -> {
            throw PlumblineException.invalid(missing, "the file has no column " + missing);
        });
        return name;
    }

    private static Optional<String> ofRole(ColumnRole role, Collection<String> columns, Schema schema) {
        return schema.columns().stream()
                .filter(column -> column.role() == role)
                .map(Column::name)
                .filter(columns::contains)
                .findFirst();
    }

    /**
     * Whether the values of a column are kept beside those that every record has: those of a column that stands for nothing else in the
     * schema are not.
     */
    public boolean keeps(String column, Schema schema) {
        Optional<ColumnRole> role = schema.column(column).map(Column::role);
        boolean field = role.filter(known -> known == ColumnRole.ID || known == ColumnRole.TIME)
                .isPresent();
        boolean named = id.filter(column::equals)
                .or(() -> time.filter(column::equals))
                .or(() -> transaction.filter(column::equals))
                .isPresent();
        return named ? role.isPresent() && !field : true;
    }
}
