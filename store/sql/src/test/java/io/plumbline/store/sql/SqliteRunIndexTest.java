package io.plumbline.store.sql;

class SqliteRunIndexTest extends RunIndexOnDatabase {
    @Override
    TestDatabase newDatabase() {
        return TestDatabase.unsyncedSqlite();
    }
}
