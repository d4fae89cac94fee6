package io.plumbline.store.sql;

class PostgresExperimentsTest extends ExperimentsOnDatabase {
    PostgresExperimentsTest() {
        super(TestDatabase.emptiedPostgres());
    }
}
