package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.BatchBuilder;
import io.plumbline.dialects.openscale.records.columns.ColumnBuilder;
import io.plumbline.domain.PlumblineException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.util.TokenBuffer;

/** Reads a table {@code {"fields":[…],"values":[[…],…]}} into columns. */
final class TableReader {
    private final BatchBuilder batch;
    private final CellReader cells = new CellReader();

    TableReader(BatchBuilder batch) {
        this.batch = batch;
    }

    /** Which column takes the values of a field, if any. */
    interface Target {
        Optional<ColumnBuilder> column(String field);
    }

    /** Reads a member of an object that is neither {@code fields} nor {@code values}, and at whose value the parser stands. */
    interface Others {
        void read(String name, JsonParser json);
    }

    /**
     * Reads the object at whose start the parser stands, up to its end.
     *
     * @param first the row of the batch that the first row of the table goes into
     * @param target the columns
     * @param others reads the other members
     * @return the table; empty where the object has neither fields nor values
     */
    Optional<Table> read(JsonParser json, int first, Target target, Others others) {
        Optional<List<String>> fields = Optional.empty();
        Optional<TokenBuffer> kept = Optional.empty();
        OptionalInt rows = OptionalInt.empty();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals("fields")) {
                fields = Optional.of(fields(json));
            } else if (!name.equals("values")) {
                others.read(name, json);
            } else if (fields.isPresent()) {
                rows = OptionalInt.of(values(json, first, columns(fields.get(), target)));
            } else {
                // Values before their fields have to wait for them.
                kept = Optional.of(kept(json));
            }
        }
        if (fields.isPresent() && kept.isPresent()) {
            rows = OptionalInt.of(values(kept.get(), first, columns(fields.get(), target)));
        }
        return table(first, fields, rows, kept);
    }

    private static Optional<Table> table(
            int first, Optional<List<String>> fields, OptionalInt rows, Optional<TokenBuffer> kept) {
        if (fields.isEmpty() && kept.isEmpty()) {
            return Optional.empty();
        }
        if (fields.isEmpty() || rows.isEmpty()) {
            throw PlumblineException.invalid(
                    "from row " + (first + 1) + " on: a table has both \"fields\" and \"values\"");
        }
        return Optional.of(new Table(fields.get(), rows.getAsInt()));
    }

    /**
     * A table that was read.
     *
     * @param fields of the table
     * @param rows how many
     */
    record Table(List<String> fields, int rows) {}

    private static List<String> fields(JsonParser json) {
        Set<String> names = new LinkedHashSet<>();
        require(json, JsonToken.START_ARRAY, "\"fields\" is a list of names");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json, JsonToken.VALUE_STRING, "\"fields\" is a list of names");
            if (!names.add(json.getString())) {
                throw PlumblineException.invalid(json.getString(), "the field " + json.getString() + " is named twice");
            }
        }
        return List.copyOf(names);
    }

    private static List<Optional<ColumnBuilder>> columns(List<String> fields, Target target) {
        List<Optional<ColumnBuilder>> columns = new ArrayList<>(fields.size());
        fields.forEach(field -> columns.add(target.column(field)));
        return columns;
    }

    static TokenBuffer kept(JsonParser json) {
        TokenBuffer kept = TokenBuffer.forBuffering(json, json.objectReadContext());
        kept.copyCurrentStructure(json);
        return kept;
    }

    private int values(TokenBuffer kept, int first, List<Optional<ColumnBuilder>> columns) {
        try (kept;
                JsonParser json = kept.asParserOnFirstToken(ObjectReadContext.empty())) {
            return values(json, first, columns);
        }
    }

    private int values(JsonParser json, int first, List<Optional<ColumnBuilder>> columns) {
        require(json, JsonToken.START_ARRAY, "\"values\" is a list of rows, each a list of values");
        int row = first;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json, JsonToken.START_ARRAY, "row " + (row + 1) + ": a row is a list of values");
            batch.expect(row + 1);
            row(json, row, columns);
            row++;
        }
        return row - first;
    }

    private void row(JsonParser json, int row, List<Optional<ColumnBuilder>> columns) {
        int position = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (position == columns.size()) {
                throw width(row, columns.size(), "more");
            }
            @Nullable ColumnBuilder column = columns.get(position++).orElse(null);
            if (column == null) {
                json.skipChildren();
            } else {
                cells.read(json, column, row);
            }
        }
        if (position < columns.size()) {
            throw width(row, columns.size(), Integer.toString(position));
        }
    }

    private static PlumblineException width(int row, int fields, String values) {
        return PlumblineException.invalid("row " + (row + 1) + ": has " + values + " values for " + fields + " fields");
    }

    static void require(JsonParser json, JsonToken token, String rule) {
        if (json.currentToken() != token) {
            throw PlumblineException.invalid(rule);
        }
    }
}
