package io.plumbline.dialects.openscale.models;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.plumbline.dialects.openscale.wire.SparkSchemasApi;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.Call;
import io.plumbline.http.RequestBody;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Derives the schema of a file, row by row, keeping nothing of it. */
public final class SparkSchemasAdapter implements SparkSchemasApi {
    @Override
    public SparkStruct inferSparkSchema(Call call, InferSparkSchemaQuery query, RequestBody body) throws IOException {
        Reader text = new BufferedReader(
                new InputStreamReader(body.content(), charset(body).newDecoder()));
        // Extra and missing fields are told of here, with their line.
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(SparkCsv.of(text))) {
            return SparkSchemas.struct(columns(rows.iterator()).fields());
        } catch (CsvParseException e) {
            throw refused(e);
        } catch (UncheckedIOException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        }
    }

    private static InferredColumns columns(Iterator<CsvRecord> rows) {
        if (!rows.hasNext()) {
            throw PlumblineException.invalid("the body has no line that names columns");
        }
        InferredColumns columns = new InferredColumns(rows.next().getFields(), "the first line");
        rows.forEachRemaining(row -> columns.see(
                "line " + row.getStartingLineNumber(),
                row.getFieldCount(),
                index -> InferredType.of(row.getField(index))));
        return columns;
    }

    private static Charset charset(RequestBody body) {
        String name = body.contentType().parameter("charset").orElse(StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw PlumblineException.invalid("Content-Type", "the character set of the body is not known here");
        }
    }

    /** The failure to read the body that lies behind, or that it is no CSV. */
    private static RuntimeException refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PlumblineException own) {
                return own;
            }
            if (cause instanceof CharacterCodingException) {
                return PlumblineException.invalid("the body has bytes that are no text in its character set");
            }
        }
        return PlumblineException.invalid(
                "the body is no CSV; a field is too long, which happens where a quote is opened and never closed");
    }
}
