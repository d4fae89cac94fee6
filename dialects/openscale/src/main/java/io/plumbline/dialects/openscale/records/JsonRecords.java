package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.BatchBuilder;
import io.plumbline.domain.PlumblineException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserSequence;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Reads records as JSON: a list of rows as objects, a table or a list of tables, or a scoring payload or a list of such. The first element
 * tells which of them it is; a member whose name is a column of the schema makes it a row.
 */
final class JsonRecords {
    private static final Set<String> TABLE = Set.of("fields", "values");
    private static final Set<String> SCORING = Set.of("request", "response");

    private final BatchBuilder batch;
    private final ScoringReader.Extras extras;

    JsonRecords(BatchBuilder batch, ScoringReader.Extras extras) {
        this.batch = batch;
        this.extras = extras;
    }

    private enum Form {
        DICT,
        TABLE,
        SCORING
    }

    /** Reads all of the stream. */
    void read(InputStream input) {
        Json.reading(() -> {
            try (JsonParser json = Json.parser(input)) {
                readBody(json);
                if (json.nextToken() != null) {
                    throw PlumblineException.invalid("the body goes on after its end; it has to be one JSON value");
                }
            }
            return batch;
        });
    }

    private void readBody(JsonParser json) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_ARRAY) {
            readList(json);
        } else if (token == JsonToken.START_OBJECT) {
            readFirst(json, Extent.ALONE);
        } else {
            throw PlumblineException.invalid("the body is no list of records");
        }
    }

    private enum Extent {
        ALONE,
        IN_LIST
    }

    private void readList(JsonParser json) {
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return;
        }
        requireObject(json);
        Consumer<JsonParser> rest = readFirst(json, Extent.IN_LIST);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireObject(json);
            rest.accept(json);
        }
    }

    private void requireObject(JsonParser json) {
        TableReader.require(
                json, JsonToken.START_OBJECT, "row " + (batch.rows() + 1) + ": an element of the list is an object");
    }

    /** Reads the first element, after a look ahead, and returns what reads the others. */
    private Consumer<JsonParser> readFirst(JsonParser json, Extent extent) {
        try (TokenBuffer head = TokenBuffer.forBuffering(json, json.objectReadContext())) {
            Form form = form(json, head);
            if (form == Form.DICT && extent == Extent.ALONE) {
                throw PlumblineException.invalid(
                        "the body is an object that is neither a table nor a scoring payload; records come as a list");
            }
            Consumer<JsonParser> reader = reader(form);
            JsonParser again = JsonParserSequence.createFlattened(true, head.asParser(json.objectReadContext()), json);
            again.nextToken();
            reader.accept(again);
            return reader;
        }
    }

    private Form form(JsonParser json, TokenBuffer head) {
        head.copyCurrentEvent(json);
        for (int member = 0; json.nextToken() == JsonToken.PROPERTY_NAME; member++) {
            String name = json.currentName();
            head.copyCurrentEvent(json);
            json.nextToken();
            if (member == 0 && TABLE.contains(name) && json.currentToken() == JsonToken.START_ARRAY) {
                return batch.schema().column(name).isPresent() ? Form.DICT : Form.TABLE;
            }
            if (SCORING.contains(name) && json.currentToken() == JsonToken.START_OBJECT) {
                return batch.schema().column(name).isPresent() ? Form.DICT : Form.SCORING;
            }
            head.copyCurrentStructure(json);
        }
        return Form.DICT;
    }

    private Consumer<JsonParser> reader(Form form) {
        return switch (form) {
            case DICT -> new DictReader(batch)::read;
            case SCORING -> new ScoringReader(batch, extras)::read;
            case TABLE -> this::readTable;
        };
    }

    private void readTable(JsonParser json) {
        int rows = new TableReader(batch)
                .read(json, batch.rows(), field -> Optional.of(batch.column(field)), (name, value) -> {
                    throw PlumblineException.invalid(
                            name, "a table has \"fields\" and \"values\", and no \"" + name + "\"");
                })
                .orElseThrow(() -> PlumblineException.invalid(
                        "from row " + (batch.rows() + 1) + " on: a table has \"fields\" and \"values\""))
                .rows();
        batch.end(rows);
    }
}
