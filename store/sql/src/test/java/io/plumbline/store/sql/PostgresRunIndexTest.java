package io.plumbline.store.sql;

class PostgresRunIndexTest extends RunIndexOnDatabase {
    @Override
    TestDatabase newDatabase() {
        return TestDatabase.emptiedPostgres();
    }
}
