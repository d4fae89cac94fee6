package io.plumbline.store.sql;

class PostgresPortsTest extends PortsOnDatabase {
    PostgresPortsTest() {
        super(TestDatabase.emptiedPostgres());
    }
}
