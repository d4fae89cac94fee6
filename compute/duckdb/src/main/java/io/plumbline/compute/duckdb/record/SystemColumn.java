package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.SystemField;

/** What every record has besides the columns of its schema. Files have it in columns; {@link RowNumbers} says of which it follows from places. */
enum SystemColumn {
    RECORD_ID(SystemField.RECORD_ID.label(), "i", "VARCHAR", ValueType.TEXT),
    EVENT_TIME(SystemField.EVENT_TIME.label(), "t", "TIMESTAMP", ValueType.TIMESTAMP),
    RECEIVED_AT(SystemField.RECEIVED_AT.label(), "r", "TIMESTAMP", ValueType.TIMESTAMP),
    TRANSACTION(SystemField.TRANSACTION.label(), "x", "VARCHAR", ValueType.TEXT),
    /** The place of the record among those of the file, in the order in which they came in. */
    SEQUENCE("_sequence", "s", "BIGINT", ValueType.INTEGER),
    /** Annotations that were folded in: JSON texts by name. */
    ANNOTATIONS("_annotations", "a", "MAP(VARCHAR, VARCHAR)", ValueType.JSON);

    private final String physical;
    private final String alias;
    private final String sqlType;
    private final ValueType type;

    SystemColumn(String physical, String alias, String sqlType, ValueType type) {
        this.physical = physical;
        this.alias = alias;
        this.sqlType = sqlType;
        this.type = type;
    }

    /** Its name in files. */
    String physical() {
        return physical;
    }

    /** Its name in our queries. */
    String alias() {
        return alias;
    }

    /** Its type in DuckDB. */
    String sqlType() {
        return sqlType;
    }

    /** Its type as a field of records. */
    ValueType type() {
        return type;
    }

    /** What is written of relation {@code p}. */
    String written() {
        return "p." + alias + " AS " + Sql.identifier(physical);
    }

    static SystemColumn of(SystemField field) {
        return switch (field) {
            case RECORD_ID -> RECORD_ID;
            case EVENT_TIME -> EVENT_TIME;
            case RECEIVED_AT -> RECEIVED_AT;
            case TRANSACTION -> TRANSACTION;
        };
    }
}
