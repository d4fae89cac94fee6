package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.CsvLayout;
import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.FileFormat;
import io.plumbline.compute.duckdb.FileRows;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.RecordEngine.Arrival;
import io.plumbline.domain.record.RecordEngine.Imported;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes one file of records of a file from outside. */
final class Importing {
    private static final Set<ValueType> READ_AS_THEMSELVES =
            Set.of(ValueType.NUMBER, ValueType.INTEGER, ValueType.TIMESTAMP);

    private final Database database;
    private final IncomingFile file;
    private final Schema schema;
    private final Arrival arrival;

    Importing(Database database, IncomingFile file, Schema schema, Arrival arrival) {
        this.database = database;
        this.file = file;
        this.schema = schema;
        this.arrival = arrival;
    }

    Imported write(Path path, Consumer<Map<String, ValueType>> check) {
        try {
            return streamed(path, check).orElseGet(() -> staged(path, check));
        } catch (TableException e) {
            throw refusal(e);
        }
    }

    /** Straight from text, where that can be; of what is wrong with it then nothing is known. */
    private Optional<Imported> streamed(Path path, Consumer<Map<String, ValueType>> check) {
        Optional<FileRows> stream = FileRows.stream(database, file.path(), format(), layout(), texts());
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (FileRows rows = stream.get()) {
            Optional<IncomingRows> incoming = ofFirstRows(rows);
            return incoming.map(found -> write(found, path, check));
        } catch (UnlikeFirstRowsException e) {
            return Optional.empty();
        }
    }

    /** Empty where they have to be put in order, or where their types do not go with the schema: those of all rows may be others. */
    private Optional<IncomingRows> ofFirstRows(FileRows rows) {
        try {
            return Optional.of(incoming(rows)).filter(IncomingRows::areInOrder);
        } catch (PlumblineException e) {
            return Optional.empty();
        }
    }

    private Imported staged(Path path, Consumer<Map<String, ValueType>> check) {
        try (FileRows rows = FileRows.open(database, file.path(), format(), layout(), texts())) {
            return write(incoming(rows), path, check);
        }
    }

    private IncomingRows incoming(FileRows rows) {
        return new IncomingRows(database, rows, file, schema, arrival);
    }

    private static Imported write(IncomingRows rows, Path path, Consumer<Map<String, ValueType>> check) {
        check.accept(rows.types());
        return rows.write(path);
    }

    /** The file is at fault, or else there was no room to read it. */
    static PlumblineException refusal(TableException failure) {
        Throwable cause = failure.getCause();
        return new PlumblineException(
                cause != null && EngineFailure.isFull(cause)
                        ? EngineFailure.full()
                        : new Failure.Invalid(String.valueOf(failure.getMessage()), Optional.empty()),
                failure);
    }

    private FileFormat format() {
        return file.format()
                .map(format -> switch (format) {
                    case CSV -> FileFormat.CSV;
                    case JSON -> FileFormat.JSON;
                    case PARQUET -> FileFormat.PARQUET;
                })
                .orElse(FileFormat.UNKNOWN);
    }

    private CsvLayout layout() {
        return new CsvLayout(file.delimiter(), file.header().map(header -> header == IncomingFile.Header.PRESENT));
    }

    /** What looks like a number may be a text, and an id always is; numbers and instants are found out, so that a column can be widened. */
    private io.plumbline.measures.table.Schema texts() {
        Map<String, io.plumbline.measures.table.Schema.Declared> texts = new HashMap<>();
        for (Column column : schema.columns()) {
            if (column.role() == ColumnRole.ID || !READ_AS_THEMSELVES.contains(column.type())) {
                texts.put(column.name(), text());
            }
        }
        file.fields().id().ifPresent(id -> texts.put(id, text()));
        file.fields().transaction().ifPresent(transaction -> texts.put(transaction, text()));
        return new io.plumbline.measures.table.Schema(texts);
    }

    private static io.plumbline.measures.table.Schema.Declared text() {
        return new io.plumbline.measures.table.Schema.Declared(Optional.of(ColumnType.TEXT), Optional.empty());
    }
}
