package io.plumbline.server.output;

import io.plumbline.measures.performance.PerformanceDefinition;
import io.plumbline.server.output.TextTable.Align;
import io.plumbline.server.output.TextTable.Column;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** The measures of performance and fairness in the list of all measures. */
final class PerformanceCatalog {
    private static final List<Column> COLUMNS = List.of(
            new Column("ID", Align.LEFT, 40),
            new Column("TITLE", Align.LEFT, 48),
            new Column("OF", Align.LEFT, 22),
            new Column("RANGE", Align.LEFT, 14),
            new Column("BEST", Align.LEFT, 8));

    private final List<PerformanceDefinition> definitions;

    PerformanceCatalog(List<PerformanceDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    void writeTable(Appendable out, Emphasis emphasis) throws IOException {
        TextTable table = new TextTable(COLUMNS);
        definitions.forEach(definition -> table.add(UnaryOperator.identity(), cells(definition)));
        table.writeTo(out, emphasis);
        out.append('\n');
        for (PerformanceDefinition definition : definitions) {
            MeasureCatalog.writeText(
                    out,
                    emphasis.strong(definition.id().toString()),
                    definition.formula(),
                    definition.source(),
                    definition.deviations());
        }
    }

    private static List<String> cells(PerformanceDefinition definition) {
        return List.of(
                definition.id().toString(),
                definition.title(),
                String.join(", ", tasks(definition)),
                MeasureCatalog.range(definition.range()),
                best(definition));
    }

    private static String best(PerformanceDefinition definition) {
        return switch (definition.direction()) {
            case HIGHER_IS_BETTER -> "high";
            case LOWER_IS_BETTER -> "low";
            case ZERO_IS_BEST -> "0";
            case ONE_IS_BEST -> "1";
            case HUNDRED_IS_BEST -> "100";
        };
    }

    private static List<String> tasks(PerformanceDefinition definition) {
        return definition.tasks().stream().map(PerformanceCatalog::label).toList();
    }

    void writeEntries(JsonGenerator json) {
        definitions.forEach(definition -> write(json, definition));
    }

    private static void write(JsonGenerator json, PerformanceDefinition definition) {
        json.writeStartObject();
        json.writeStringProperty("id", definition.id().toString());
        json.writeStringProperty("title", definition.title());
        json.writeStringProperty("formula", definition.formula());
        MeasureCatalog.write(json, definition.range());
        json.writeStringProperty("direction", label(definition.direction()));
        Json.write(json, "tasks", tasks(definition));
        json.writeStringProperty("source", definition.source());
        json.writeStringProperty("deviations", definition.deviations());
        json.writeEndObject();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
