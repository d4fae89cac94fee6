package io.plumbline.store.sql;

class SqliteExperimentsTest extends ExperimentsOnDatabase {
    SqliteExperimentsTest() {
        super(TestDatabase.unsyncedSqlite());
    }
}
