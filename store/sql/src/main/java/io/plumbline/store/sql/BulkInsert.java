package io.plumbline.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/** Inserts many rows by a batch of the driver's: jOOQ's own takes several times as long. */
final class BulkInsert {
    private BulkInsert() {}

    /** Inserts these rows with all their fields, whose types are those of the database. */
    static <R extends TableRecord<R>> void into(DSLContext sql, Table<R> table, List<R> rows) {
        String insert = sql.renderNamedOrInlinedParams(sql.insertInto(table, table.fields())
                .values(Arrays.stream(table.fields())
                        .map(field -> DSL.field("?", field.getDataType()))
                        .toList()));
        sql.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                for (R row : rows) {
                    add(statement, row);
                }
                statement.executeBatch();
            }
        });
    }

    private static void add(PreparedStatement statement, TableRecord<?> row) throws SQLException {
        for (int place = 0; place < row.size(); place++) {
            statement.setObject(place + 1, row.get(place));
        }
        statement.addBatch();
    }
}
