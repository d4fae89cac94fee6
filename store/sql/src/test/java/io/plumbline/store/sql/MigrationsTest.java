package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.store.sql.generated.DefaultSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Table;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    /** What is true on each database. */
    abstract static class OnEach {
        @RegisterExtension
        final TestDatabase database = database();

        abstract TestDatabase database();

        @Test
        void areThoseThatWereMerged() {
            Map<String, Integer> run = new TreeMap<>();
            database.database()
                    .read(sql -> sql.fetch("select script, checksum from schema_history where version is not null"))
                    .forEach(row -> run.put(row.get(0, String.class), row.get(1, Integer.class)));
            assertThat(run).isEqualTo(MergedMigrations.CHECKSUMS);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "delete from schema_history where script like '%identity.sql'",
                    "update schema_history set checksum = 7 where script like '%identity.sql'",
                    "update schema_history set success = false where script like '%identity.sql'",
                    "update schema_history set script = 'another' where script like '%identity.sql'",
                    "drop table schema_history"
                })
        void areNotAllInWhereTheHistorySaysOtherwise(String change) {
            assertThat(MergedMigrations.areAllIn(database.database().connections()))
                    .isTrue();
            database.database().write(sql -> sql.execute(change));
            assertThat(MergedMigrations.areAllIn(database.database().connections()))
                    .isFalse();
        }

        @Test
        void makeTheTablesThatQueriesAreWrittenFor() {
            List<Table<?>> tables = DefaultSchema.DEFAULT_SCHEMA.getTables();
            assertThat(tables).hasSizeGreaterThan(10);
            assertThat(tables).allSatisfy(table -> {
                int rows = database.database()
                        .read(sql -> sql.selectFrom(table).fetch())
                        .size();
                assertThat(rows).isLessThanOrEqualTo(1);
            });
        }
    }

    @Nested
    class OnSqlite extends OnEach {
        @Override
        TestDatabase database() {
            return TestDatabase.sqlite();
        }
    }

    @Nested
    class OnPostgres extends OnEach {
        @Override
        TestDatabase database() {
            return TestDatabase.postgres();
        }
    }
}
