package io.plumbline.store.sql;

import java.util.Optional;

/**
 * A schema of the {@link PostgresServer} whose tables are made once and emptied for each test, which is far quicker than making them. What the
 * migrations put into them is there again afterwards.
 */
final class EmptiedSchema {
    private static Optional<EmptiedSchema> shared = Optional.empty();

    private final PostgresServer server = PostgresServer.shared();
    private final String url = server.newSchema();
    private final String schema = PostgresServer.schema(url);
    /** Where there is a copy of each table as the migrations left it. */
    private final String kept = PostgresServer.schema(server.newSchema());

    private EmptiedSchema() {
        Database.open(url, Optional.of(PostgresServer.CREDENTIALS)).close();
        forEachTable("create table " + kept + ".%1$I as table " + schema + ".%1$I");
    }

    /** That of the tests of this JVM, as it was when it was made. */
    static synchronized EmptiedSchema empty() {
        if (shared.isEmpty()) {
            shared = Optional.of(new EmptiedSchema());
        } else {
            shared.get().restore();
        }
        return shared.get();
    }

    private void restore() {
        forEachTable(
                "delete from " + schema + ".%1$I; insert into " + schema + ".%1$I select * from " + kept + ".%1$I");
    }

    /** As a replica does, which takes rows in any order of the tables. */
    private void forEachTable(String statements) {
        server.execute("""
                do $$
                declare name text;
                begin
                  set local session_replication_role = replica;
                  for name in select tablename from pg_tables where schemaname = '%s' and tablename <> 'schema_history' loop
                    execute format('%s', name);
                  end loop;
                end $$""".formatted(schema, statements));
    }

    /** The JDBC URL of the database with this schema. */
    String url() {
        return url;
    }
}
