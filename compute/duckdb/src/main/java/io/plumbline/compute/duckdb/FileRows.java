package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows of a file from outside as a relation of a database: Parquet where it lies, text parsed once, by proven types; or delimited text as a stream
 * that is parsed whenever it is selected, by types that its first rows tell.
 */
public final class FileRows implements AutoCloseable {
    private static final String NAME = "the file";

    private final Database database;
    private final DataFiles files;
    private final Relation relation;
    private final Optional<String> stream;
    private final List<FileColumn> columns;

    private FileRows(
            Database database, DataFiles files, Relation relation, Optional<String> stream, List<FileColumn> columns) {
        this.database = database;
        this.files = files;
        this.relation = relation;
        this.stream = stream;
        this.columns = columns;
    }

    /**
     * A column of a file.
     *
     * @param name of the column
     * @param sqlType its type in the relation
     * @param natural the type that all its values are of
     */
    public record FileColumn(String name, String sqlType, ColumnType natural) {
        /** Whether its values are texts, of which others may have to be parsed. */
        public boolean isText() {
            return sqlType.equals("VARCHAR");
        }

        /** The column in statements. */
        public String identifier() {
            return Sql.identifier(name);
        }
    }

    /**
     * Opens a file.
     *
     * @param schema which columns are text, whatever their values look like
     * @throws TableException where it cannot be understood
     */
    public static FileRows open(Database database, Path path, FileFormat format, CsvLayout layout, Schema schema) {
        try {
            return open(database, DataFiles.of(path, format.kind(), NAME), layout, schema);
        } catch (TableException e) {
            throw new TableException(
                    String.valueOf(e.getMessage()).replace(path.toString(), NAME),
                    e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Delimited text as a stream. To select a row that is unlike the first ones fails, and no row has a number.
     *
     * @param schema which columns are text, whatever their values look like
     * @return empty where the file is something else, or its first rows leave open of which types its columns are: {@link #open} finds out, or
     *     says what is wrong
     */
    public static Optional<FileRows> stream(
            Database database, Path path, FileFormat format, CsvLayout layout, Schema schema) {
        try {
            DataFiles files = DataFiles.of(path, format.kind(), NAME);
            Optional<Loading.Streamed> streamed = new Loading(database, schema, layout).stream(files);
            return streamed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(of(
                            database,
                            files,
                            streamed.get().first(),
                            Optional.of(streamed.get().source()),
                            schema));
        } catch (SQLException | TableException e) {
            return Optional.empty();
        }
    }

    private static FileRows open(Database database, DataFiles files, CsvLayout layout, Schema schema) {
        try {
            Relation relation = new Loading(database, schema, layout).load(files);
            return of(database, files, relation, Optional.empty(), schema);
        } catch (SQLException e) {
            throw ReadFailure.of(e, files);
        }
    }

    private static FileRows of(
            Database database, DataFiles files, Relation relation, Optional<String> stream, Schema schema)
            throws SQLException {
        try {
            return new FileRows(database, files, relation, stream, columns(database, relation, schema));
        } catch (SQLException | RuntimeException e) {
            database.drop(relation);
            throw e;
        }
    }

    private static List<FileColumn> columns(Database database, Relation relation, Schema schema) throws SQLException {
        Map<String, String> types = database.describe(relation.source());
        Map<String, SourceColumn> found = new SourceColumns(database, relation, ofTexts(schema, types)).find();
        List<FileColumn> columns = new ArrayList<>();
        types.forEach((name, type) -> columns.add(new FileColumn(
                name, type, Objects.requireNonNull(found.get(name)).column().type())));
        return columns;
    }

    /** What is said of columns that are texts indeed: a number of JSON is none, whatever is said of it. */
    private static Schema ofTexts(Schema schema, Map<String, String> types) {
        Map<String, Schema.Declared> texts = new HashMap<>(schema.columns());
        texts.keySet().removeIf(name -> !"VARCHAR".equals(types.get(name)));
        return new Schema(texts);
    }

    /** The columns, in their order. */
    public List<FileColumn> columns() {
        return columns;
    }

    /** What to select from. */
    public String source() {
        return stream.orElse(relation.source());
    }

    /** What to ask about values: all rows, or of a stream the first ones, by which the others are read. */
    public String known() {
        return relation.source();
    }

    /** The number of a row, from 0, in statements. */
    public String place() {
        return pseudoColumn().orElse("(row_number() OVER () - 1)");
    }

    /** What has the place of a row, where no column of the file is called so. */
    private Optional<String> pseudoColumn() {
        String name = relation.isStaged() ? "rowid" : "file_row_number";
        return Optional.of(name)
                .filter(any -> columns.stream()
                        .noneMatch(
                                column -> column.name().toLowerCase(Locale.ROOT).equals(name)));
    }

    /** At most so many of the first rows, to select from. By their places, because to a limit alone every thread reads rows of its own. */
    public String first(int rows) {
        String condition =
                pseudoColumn().map(place -> " WHERE " + place + " < " + rows).orElse("");
        return "(FROM " + known() + condition + " LIMIT " + rows + ")";
    }

    /** Whether there are none. */
    public boolean isEmpty() throws SQLException {
        return database.number("SELECT count(*) FROM " + known()) == 0;
    }

    /** Whether rows are parsed whenever they are selected, and fail where they are unlike the first ones. */
    public boolean isStream() {
        return stream.isPresent();
    }

    /** Whether the values of the columns were told from texts, and not declared by the file. */
    public boolean isText() {
        return relation.isStaged();
    }

    /** What to say where a statement over the rows failed. */
    public TableException failure(SQLException failure) {
        return ReadFailure.of(failure, files);
    }

    /** Gives up what was parsed. */
    @Override
    public void close() {
        database.drop(relation);
    }
}
