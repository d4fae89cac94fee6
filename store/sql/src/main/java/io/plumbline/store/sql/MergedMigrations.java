package io.plumbline.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The migrations of this version as databases remember them. */
final class MergedMigrations {
    /** The name of each and its checksum. One that was merged is never changed: databases remember what they saw. Add the new ones, and change none of the old. */
    static final Map<String, Integer> CHECKSUMS = Map.ofEntries(
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

    private static final String HISTORY =
            "select script, checksum, success from schema_history where version is not null";

    private MergedMigrations() {}

    /**
     * Whether a database has seen all of these and no others, so that there is nothing to do. Where its history cannot be read, as there is none or for whatever
     * reason, the answer is no.
     */
    static boolean areAllIn(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            Map<String, Integer> seen = new HashMap<>();
            while (rows.next()) {
                boolean isNew = seen.put(rows.getString(1), rows.getInt(2)) == null;
                if (!isNew || !rows.getBoolean(3)) {
                    return false;
                }
            }
            return seen.equals(CHECKSUMS);
        } catch (SQLException e) {
            return false;
        }
    }
}
