package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableException;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Reads data sets from files: delimited text, JSON and Parquet, plain or compressed, one file or a pattern. Safe for use by several
 * threads.
 *
 * <p>Parquet is read where it lies. Text is parsed once, into a private database in memory that spills to a folder of the engine's own
 * where it gets too large; that folder is gone when the engine is closed.
 */
public final class DuckDbEngine implements AutoCloseable {
    private final Database database;

    private DuckDbEngine(Database database) {
        this.database = database;
    }

    /** Starts an engine. */
    public static DuckDbEngine start(DuckDbSettings settings) {
        return new DuckDbEngine(Database.start(settings));
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
        files.paths().forEach(files.compression()::check);
        Relation relation = relation(files);
        try {
            if (relation.isStaged()) {
                stage(files, schema, relation.source());
            }
            return DuckDbTable.of(database, files, relation, schema);
        } catch (SQLException e) {
            database.drop(relation);
            throw ReadFailure.of(e, files);
        } catch (RuntimeException e) {
            database.drop(relation);
            throw e;
        }
    }

    /**
     * Streams the rows of a data set in their order, each as the text of a JSON array of its values in the order of the columns. A number that
     * JSON does not have is null, an instant a text such as {@code 2026-03-01T12:00:00.000000Z}.
     *
     * @param table that this engine opened
     * @throws TableException where the source cannot be read to its end
     * @throws java.util.concurrent.CancellationException after an interrupt
     */
    public void readRows(Table table, Consumer<String> sink) {
        if (!(table instanceof DuckDbTable opened)) {
            throw new IllegalArgumentException(table.name() + " was not opened here");
        }
        opened.readRows(sink);
    }

    private Relation relation(DataFiles files) {
        String source = files.kind() == FileKind.PARQUET
                ? "read_parquet(" + Sql.paths(files.paths()) + layout(files) + ")"
                : database.newTable();
        return new Relation(source, files.kind());
    }

    private void stage(DataFiles files, Schema schema, String table) throws SQLException {
        if (files.kind() == FileKind.CSV) {
            new CsvLoading(database, schema, table).load(files);
        } else {
            database.execute("CREATE TABLE " + table + " AS FROM read_json(" + Sql.paths(files.paths()) + layout(files)
                    + ", records = true, sample_size = -1, compression = "
                    + Sql.literal(files.compression().option()) + ")");
        }
    }

    private static String layout(DataFiles files) {
        return ", union_by_name = " + !files.isOne() + ", hive_partitioning = false";
    }

    /** Ends every reading, and deletes what was spilled. Tables of this engine cannot be read any more. */
    @Override
    public void close() {
        database.close();
    }
}
