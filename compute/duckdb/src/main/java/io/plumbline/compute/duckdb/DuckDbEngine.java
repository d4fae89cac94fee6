package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableException;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Reads data sets from files: delimited text, JSON and Parquet, plain or compressed, one file or a pattern. Safe for use by several
 * threads.
 *
 * <p>Parquet is read where it lies. Text is parsed once, into a private database in memory that spills to a folder of the engine's own
 * where it gets too large; that folder is gone when the engine is closed.
 */
public final class DuckDbEngine implements AutoCloseable {
    private final Database database;
    private final SharedWorkers workers;

    private DuckDbEngine(Database database, SharedWorkers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** Loads what an engine needs whatever its settings are, for one who will start it soon and has something else to do meanwhile. */
    public static void rehearse() {
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    /** Starts an engine. */
    public static DuckDbEngine start(DuckDbSettings settings) {
        Database database = Database.start(settings.withThreads(1));
        return new DuckDbEngine(database, new SharedWorkers(database, settings.threads()));
    }

    /**
     * Opens a data set. The files' format is told by what they begin with and by their extension ({@code .csv .tsv .txt .json .ndjson
     * .jsonl .parquet}, and {@code .gz .zst} after those of text). In delimited text the delimiter, the quotes, the encoding, the header
     * and, from all values, the types of the columns are found out. Columns of several files are matched by name; where a file does not
     * have a column its rows have no value.
     *
     * @param location a path or a pattern such as {@code data/*.parquet}
     * @param schema what is known of the columns; a declared type goes before the one found, and columns that
     *     are not there may be declared too
     * @throws TableException where there is no such data set, or it cannot be understood
     * @throws java.util.concurrent.CancellationException where the thread is interrupted, or the engine closed, meanwhile
     */
    public Table open(String location, Schema schema) {
        DataFiles files = DataFiles.at(location, database);
        try {
            return files.kind() == FileKind.PARQUET ? load(files, schema) : workers.help(() -> load(files, schema));
        } catch (SQLException e) {
            throw ReadFailure.of(e, files);
        }
    }

    private Table load(DataFiles files, Schema schema) throws SQLException {
        Relation relation = new Loading(database, schema, CsvLayout.UNKNOWN).load(files);
        try {
            return DuckDbTable.of(database, workers, files, relation, schema);
        } catch (SQLException | RuntimeException e) {
            database.drop(relation);
            throw e;
        }
    }

    /** Ends every reading, and deletes what was spilled. Tables of this engine cannot be read any more. */
    @Override
    public void close() {
        database.close();
    }
}
