package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.ColumnBuilder;
import io.plumbline.dialects.openscale.records.columns.NumberText;
import io.plumbline.domain.model.ValueType;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Reads the text of a field into a cell, as the type of the column. */
final class TextCellReader {
    private final CellReader json = new CellReader();

    /** Reads a text; one that is empty is a missing value. */
    void read(String text, ColumnBuilder column, int row) {
        if (text.isEmpty()) {
            column.missing(row);
        } else {
            read(text, column, row, column.declared());
        }
    }

    private void read(String text, ColumnBuilder column, int row, Optional<ValueType> type) {
        switch (type.orElse(ValueType.TEXT)) {
            case NUMBER, INTEGER -> readNumber(text.strip(), column, row);
            case BOOLEAN -> readTruth(text.strip(), column, row);
            case TIMESTAMP, BINARY -> column.text(row, text.strip());
            case TEXT -> column.text(row, text);
            case VECTOR, JSON -> readJson(text, column, row);
        }
    }

    private static void readNumber(String text, ColumnBuilder column, int row) {
        if (NumberText.isInteger(text)) {
            column.integer(row, Long.parseLong(text));
        } else if (NumberText.reads(text)) {
            column.number(row, NumberText.number(text));
        } else {
            column.text(row, text);
        }
    }

    private static void readTruth(String text, ColumnBuilder column, int row) {
        switch (text) {
            case "true", "True", "TRUE" -> column.truth(row, true);
            case "false", "False", "FALSE" -> column.truth(row, false);
            default -> column.text(row, text);
        }
    }

    private void readJson(String text, ColumnBuilder column, int row) {
        if (isJson(text)) {
            try (JsonParser parser = Json.MAPPER.createParser(text)) {
                parser.nextToken();
                json.read(parser, column, row);
            }
        } else {
            column.text(row, text);
        }
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            boolean value = parser.nextToken() != null;
            parser.skipChildren();
            return value && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }
}
