package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.CONNECTION;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.connection.Connection;
import io.plumbline.store.sql.generated.tables.records.ConnectionRecord;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** How connections are stored. */
final class ConnectionMapping implements ResourceMapping<Connection, ConnectionRecord> {
    @Override
    public String what() {
        return "connection";
    }

    @Override
    public Table<ConnectionRecord> table() {
        return CONNECTION;
    }

    @Override
    public Connection resource(Header header, ConnectionRecord row) {
        return new Connection(
                header,
                Connection.Kind.valueOf(row.getKind()),
                row.getType(),
                row.getName(),
                row.getDescription(),
                Columns.id(row.getSecret()),
                new Document(row.getAttributes()));
    }

    @Override
    public Map<Field<?>, Object> columns(Connection connection) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(CONNECTION.KIND, connection.kind().name());
        columns.put(CONNECTION.TYPE, connection.type());
        columns.put(CONNECTION.NAME, connection.name());
        columns.put(CONNECTION.DESCRIPTION, connection.description());
        columns.put(CONNECTION.SECRET, Columns.nullable(connection.secret()));
        columns.put(CONNECTION.ATTRIBUTES, connection.attributes().json());
        return columns;
    }
}
