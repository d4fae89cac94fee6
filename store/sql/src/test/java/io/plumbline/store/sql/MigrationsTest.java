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

class MigrationsTest {
    /** A migration that was merged is never changed: databases remember what they saw. Add the new ones, and change none of the old. */
    private static final Map<String, Integer> MERGED = Map.ofEntries(
            Map.entry("V202611212300__identity.sql", 1216830755),
            Map.entry("V202611212301__resources.sql", -306561320),
            Map.entry("V202611212302__audit.sql", -1626822805),
            Map.entry("V202611212303__records.sql", -1614096028),
            Map.entry("V202611212304__tasks.sql", -732263185),
            Map.entry("V202611220030__monitors.sql", -614766859),
            Map.entry("V202611220200__experiments.sql", -978639185),
            Map.entry("V202611220201__artifacts.sql", 775218628),
            Map.entry("V202611220202__registry.sql", -560500515),
            Map.entry("V202611220230__unprofiled_files.sql", -1294056678),
            Map.entry("V202611220231__monitoring.sql", 323794434),
            Map.entry("V202611222001__monitor_archives.sql", 1595293197),
            Map.entry("V202611222010__performance_cells.sql", -1596482375),
            Map.entry("V202611222030__artifact_blobs.sql", 1023538054),
            Map.entry("V202611222040__metric_statistics.sql", -461309370),
            Map.entry("V202611222050__unpacked_files.sql", 136868779),
            Map.entry("V202611222060__baseline_markers.sql", -592541794),
            Map.entry("V202611222101__packed_summaries.sql", -1619938164),
            Map.entry("V202611222201__record_generations.sql", 1668912132),
            Map.entry("V202611230001__notes_of_runs.sql", 506528785));

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
            assertThat(run).isEqualTo(MERGED);
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
