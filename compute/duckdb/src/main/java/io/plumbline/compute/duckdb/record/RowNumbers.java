package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Sql;

/** Where a file of records has the numbers of its rows, in the order in which they came in, and what follows from these. */
enum RowNumbers {
    /** In a column: rows lie in an order of their own. */
    STORED {
        @Override
        String value(SystemColumn column) {
            return Sql.identifier(column.physical());
        }
    },
    /** Nowhere: rows lie in the order in which they came in. Who has no id has a text in place of it, which its number completes. */
    BY_PLACE {
        @Override
        String value(SystemColumn column) {
            return switch (column) {
                case RECORD_ID ->
                    "coalesce(" + STORED.value(column) + ", " + Sql.identifier(ID_PREFIX) + " || (" + PLACE + " + 1))";
                case SEQUENCE -> PLACE;
                default -> STORED.value(column);
            };
        }
    };

    /** The column of {@link #BY_PLACE} with the text that a number makes an id of; NULL where the row brought one. */
    static final String ID_PREFIX = "_id_prefix";

    /** The place of a row in its file. */
    static final String PLACE = "CAST(file_row_number AS BIGINT)";

    /** What reads a column of a file. */
    abstract String value(SystemColumn column);
}
