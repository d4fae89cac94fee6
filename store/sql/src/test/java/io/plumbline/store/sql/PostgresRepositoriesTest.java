package io.plumbline.store.sql;

class PostgresRepositoriesTest extends RepositoriesOnDatabase {
    PostgresRepositoriesTest() {
        super(TestDatabase.emptiedPostgres());
    }
}
