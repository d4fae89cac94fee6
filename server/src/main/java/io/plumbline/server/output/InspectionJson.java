package io.plumbline.server.output;

import io.plumbline.measures.inspection.InspectedColumn;
import io.plumbline.measures.inspection.QualityReport;
import io.plumbline.measures.quality.Correlation;
import io.plumbline.measures.quality.CorrelationMatrix;
import io.plumbline.measures.quality.Correlations;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The condition of a data set as JSON, for programs. */
public final class InspectionJson {
    private final QualityReport report;

    /** The JSON of a report. */
    public InspectionJson(QualityReport report) {
        this.report = report;
    }

    /** Writes it, with a line end after it. */
    public void writeTo(Writer out) throws IOException {
        Json.writeDocument(out, this::write);
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", report.name());
        json.writeNumberProperty("rows", report.dataSet().rows());
        json.writeName("columns").writeStartArray();
        report.columns().forEach(column -> write(json, column));
        json.writeEndArray();
        Json.write(json, "duplicate_rows", report.dataSet().duplicateRows());
        Json.write(json, "duplicate_columns", report.dataSet().duplicateColumns());
        json.writeName("correlations").writeStartArray();
        report.dataSet().correlations().forEach(matrix -> write(json, matrix));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, InspectedColumn inspected) {
        json.writeStartObject();
        json.writeStringProperty("name", inspected.column().name());
        json.writeStringProperty("type", inspected.column().type().label());
        json.writeStringProperty("role", inspected.column().role().label());
        QualityJson.write(json, "quality", inspected.quality());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CorrelationMatrix matrix) {
        json.writeStartObject();
        json.writeStringProperty("method", matrix.method().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("width", Correlations.WIDTH);
        Json.write(json, "columns", matrix.columns());
        Json.write(json, "left_out", matrix.leftOut());
        json.writeNumberProperty("step", matrix.step());
        json.writeName("pairs").writeStartArray();
        matrix.pairs().forEach(pair -> write(json, pair));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Correlation pair) {
        json.writeStartObject();
        json.writeStringProperty("first", pair.first());
        json.writeStringProperty("second", pair.second());
        Json.write(json, "value", pair.value());
        json.writeNumberProperty("rows", pair.rows());
        json.writeEndObject();
    }
}
