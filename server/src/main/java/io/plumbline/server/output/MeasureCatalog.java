package io.plumbline.server.output;

import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.measures.performance.PerformanceDefinition;
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
    private final PerformanceCatalog performance;

    /**
     * A list of these.
     *
     * @param definitions of drift
     * @param performance of performance and fairness
     */
    public MeasureCatalog(List<MeasureDefinition> definitions, List<PerformanceDefinition> performance) {
        this.definitions = List.copyOf(definitions);
        this.performance = new PerformanceCatalog(performance);
    }

    /** Writes it as text: one line for each, and below it the formula, the source, and known deviations. */
    public void writeTable(Appendable out, Emphasis emphasis) throws IOException {
        TextTable table = new TextTable(COLUMNS);
        definitions.forEach(definition -> table.add(UnaryOperator.identity(), cells(definition)));
        table.writeTo(out, emphasis);
        out.append('\n');
        for (MeasureDefinition definition : definitions) {
            writeText(
                    out,
                    emphasis.strong(definition.id().toString()),
                    definition.formula(),
                    definition.source(),
                    definition.deviations());
        }
        out.append('\n');
        performance.writeTable(out, emphasis);
    }

    static void writeText(Appendable out, String id, String formula, String source, String deviations)
            throws IOException {
        out.append(id).append('\n');
        out.append("  ").append(formula).append('\n');
        out.append("  Source: ").append(source).append('\n');
        if (!deviations.isEmpty()) {
            out.append("  Known deviations: ").append(deviations).append('\n');
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

    static String range(MeasureDefinition.Range range) {
        return (Double.isInfinite(range.least()) ? "-∞" : Figures.rounded(range.least())) + " to "
                + (Double.isInfinite(range.greatest()) ? "∞" : Figures.rounded(range.greatest()));
    }

    /** Writes it as JSON; null in a range means that there is no bound. */
    public void writeJson(Writer out) throws IOException {
        Json.writeDocument(out, json -> {
            json.writeStartArray();
            definitions.forEach(definition -> write(json, definition));
            performance.writeEntries(json);
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, MeasureDefinition definition) {
        json.writeStartObject();
        json.writeStringProperty("id", definition.id().toString());
        json.writeStringProperty("title", definition.title());
        json.writeStringProperty("formula", definition.formula());
        write(json, definition.range());
        json.writeStringProperty("direction", label(definition.direction()));
        ThresholdJson.write(json, definition.threshold());
        Json.write(json, "kinds", kinds(definition));
        json.writeStringProperty("input", label(definition.input()));
        json.writeStringProperty("source", definition.source());
        json.writeStringProperty("deviations", definition.deviations());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, MeasureDefinition.Range range) {
        json.writeName("range").writeStartArray();
        writeBound(json, range.least());
        writeBound(json, range.greatest());
        json.writeEndArray();
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
