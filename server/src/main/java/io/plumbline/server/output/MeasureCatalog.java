package io.plumbline.server.output;

import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.server.output.TextTable.Align;
import io.plumbline.server.output.TextTable.Column;
import io.plumbline.server.report.Figures;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The list of all measures. */
public final class MeasureCatalog {
    private static final List<Column> COLUMNS = List.of(
            new Column("ID", Align.LEFT, 40),
            new Column("TITLE", Align.LEFT, 48),
            new Column("COLUMNS", Align.LEFT, 22),
            new Column("NEEDS", Align.LEFT, 8),
            new Column("RANGE", Align.LEFT, 14),
            new Column("DRIFT WHEN", Align.LEFT, 36));

    private final List<MeasureDefinition> definitions;

    /** A list of these. */
    public MeasureCatalog(List<MeasureDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    /** Writes it as text: one line for each, and below it the formula, the source, and known deviations. */
    public void writeTable(Appendable out, Emphasis emphasis) throws IOException {
        TextTable table = new TextTable(COLUMNS);
        definitions.forEach(definition -> table.add(UnaryOperator.identity(), cells(definition)));
        table.writeTo(out, emphasis);
        out.append('\n');
        for (MeasureDefinition definition : definitions) {
            out.append(emphasis.strong(definition.id().toString())).append('\n');
            out.append("  ").append(definition.formula()).append('\n');
            out.append("  Source: ").append(definition.source()).append('\n');
            if (!definition.deviations().isEmpty()) {
                out.append("  Known deviations: ")
                        .append(definition.deviations())
                        .append('\n');
            }
        }
    }

    private static List<String> cells(MeasureDefinition definition) {
        return List.of(
                definition.id().toString(),
                definition.title(),
                String.join(", ", kinds(definition)),
                label(definition.input()),
                range(definition.range()),
                driftWhen(definition));
    }

    private static String driftWhen(MeasureDefinition definition) {
        return switch (definition.threshold().on()) {
            case NEVER -> "no limit is stated";
            default -> definition.threshold().toString();
        };
    }

    private static String range(MeasureDefinition.Range range) {
        return (Double.isInfinite(range.least()) ? "-∞" : Figures.rounded(range.least())) + " to "
                + (Double.isInfinite(range.greatest()) ? "∞" : Figures.rounded(range.greatest()));
    }

    /** Writes it as JSON; null in a range means that there is no bound. */
    public void writeJson(Writer out) throws IOException {
        Json.writeDocument(out, json -> {
            json.writeStartArray();
            definitions.forEach(definition -> write(json, definition));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, MeasureDefinition definition) {
        json.writeStartObject();
        json.writeStringProperty("id", definition.id().toString());
        json.writeStringProperty("title", definition.title());
        json.writeStringProperty("formula", definition.formula());
        json.writeName("range").writeStartArray();
        writeBound(json, definition.range().least());
        writeBound(json, definition.range().greatest());
        json.writeEndArray();
        json.writeStringProperty("direction", label(definition.direction()));
        ThresholdJson.write(json, definition.threshold());
        Json.write(json, "kinds", kinds(definition));
        json.writeStringProperty("input", label(definition.input()));
        json.writeStringProperty("source", definition.source());
        json.writeStringProperty("deviations", definition.deviations());
        json.writeEndObject();
    }

    private static void writeBound(JsonGenerator json, double bound) {
        if (Double.isInfinite(bound)) {
            json.writeNull();
        } else {
            json.writeNumber(bound);
        }
    }

    private static List<String> kinds(MeasureDefinition definition) {
        return definition.kinds().stream().sorted().map(MeasureCatalog::label).collect(Collectors.toList());
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
