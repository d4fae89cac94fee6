package io.plumbline.server.output;

import io.plumbline.server.output.TextTable.Align;
import io.plumbline.server.output.TextTable.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/**
 * Rows of texts.
 *
 * @param titles of the columns, in lower case
 * @param rows each with a text for each column
 */
public record Listing(List<String> titles, List<List<String>> rows) implements View {
    private static final int GREATEST_WIDTH = 120;

    @Override
    public void writeTable(Appendable out, Emphasis emphasis) throws IOException {
        TextTable table = new TextTable(titles.stream()
                .map(title -> new Column(title.toUpperCase(Locale.ROOT), Align.LEFT, GREATEST_WIDTH))
                .toList());
        rows.forEach(row -> table.add(UnaryOperator.identity(), row));
        table.writeTo(out, emphasis);
    }

    /** Writes a list of objects with the titles as names. */
    @Override
    public void writeJson(Writer out) throws IOException {
        Json.writeDocument(out, json -> {
            json.writeStartArray();
            rows.forEach(row -> write(json, row));
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, List<String> row) {
        json.writeStartObject();
        for (int i = 0; i < titles.size(); i++) {
            json.writeStringProperty(titles.get(i).replace(' ', '_'), row.get(i));
        }
        json.writeEndObject();
    }
}
