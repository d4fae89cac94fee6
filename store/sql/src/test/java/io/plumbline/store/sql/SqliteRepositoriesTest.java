package io.plumbline.store.sql;

class SqliteRepositoriesTest extends RepositoriesOnDatabase {
    SqliteRepositoriesTest() {
        super(TestDatabase.unsyncedSqlite());
    }
}
