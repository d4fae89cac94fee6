package io.plumbline.store.sql;

class SqlitePortsTest extends PortsOnDatabase {
    SqlitePortsTest() {
        super(TestDatabase.unsyncedSqlite());
    }
}
