package io.plumbline.server.output;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSetSummary;
import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.comparison.Verdict;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Score;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A comparison as JSON, for programs. Written as it goes, so that memory does not grow with the columns. */
public final class ComparisonJson {
    private final ComparisonReport report;

    /** The JSON of a report. */
    public ComparisonJson(ComparisonReport report) {
        this.report = report;
    }

    /** Writes it, with a line end after it. */
    public void writeTo(Writer out) throws IOException {
        Json.writeDocument(out, this::write);
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        writeSide(json, "reference", report.reference());
        writeSide(json, "current", report.current());
        json.writeName("columns").writeStartArray();
        report.columns().forEach(column -> writeColumn(json, column));
        json.writeEndArray();
        Json.write(json, "columns_only_in_reference", report.onlyInReference());
        Json.write(json, "columns_only_in_current", report.onlyInCurrent());
        writeVerdict(json, report.verdict());
        json.writeEndObject();
    }

    private static void writeSide(JsonGenerator json, String side, DataSetSummary summary) {
        json.writeName(side).writeStartObject();
        json.writeStringProperty("name", summary.name());
        json.writeNumberProperty("rows", summary.rows());
        json.writeNumberProperty("columns", summary.columns());
        Json.write(json, "duplicate_rows", summary.duplicateRows());
        json.writeEndObject();
    }

    private static void writeColumn(JsonGenerator json, ColumnReport column) {
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("type", column.type().label());
        json.writeStringProperty("role", column.role().label());
        json.writeBooleanProperty("drifted", column.drifted());
        json.writeName("results").writeStartArray();
        column.results().forEach(result -> writeResult(json, result));
        json.writeEndArray();
        QualityJson.write(json, "reference", column.reference());
        QualityJson.write(json, "current", column.current());
        QualityJson.write(json, column.change());
        json.writeEndObject();
    }

    private static void writeResult(JsonGenerator json, JudgedOutcome result) {
        json.writeStartObject();
        json.writeStringProperty(
                "definition", result.outcome().definition().id().toString());
        switch (result.outcome()) {
            case Score score -> writeScore(json, score, result);
            case NotComputable none -> writeReason(json, none);
        }
        json.writeEndObject();
    }

    private static void writeScore(JsonGenerator json, Score score, JudgedOutcome result) {
        Json.write(json, "value", score.value());
        Json.write(json, "p", score.p());
        Json.write(json, "p_adjusted", result.adjustedP());
        Json.write(json, "effect", score.effect());
        ThresholdJson.write(json, score.definition().threshold());
        json.writeBooleanProperty("drifted", result.drifted());
        json.writeBooleanProperty("exact", score.isExact());
        writeInterval(json, score);
        writeParameters(json, score.parameters());
        json.writeNumberProperty("reference_n", score.referenceCount());
        json.writeNumberProperty("current_n", score.currentCount());
    }

    private static void writeInterval(JsonGenerator json, Score score) {
        if (score.isExact()) {
            json.writeNullProperty("interval");
            return;
        }
        Json.write(
                json,
                "interval",
                List.of(score.interval().least(), score.interval().greatest()));
    }

    private static void writeParameters(JsonGenerator json, Map<String, Object> parameters) {
        json.writeName("parameters").writeStartObject();
        parameters.forEach((name, value) -> {
            json.writeName(name);
            Json.write(json, value);
        });
        json.writeEndObject();
    }

    private static void writeReason(JsonGenerator json, NotComputable none) {
        json.writeNullProperty("value");
        json.writeNullProperty("p");
        ThresholdJson.write(json, none.definition().threshold());
        json.writeBooleanProperty("drifted", false);
        json.writeStringProperty("reason", none.reason());
    }

    private void writeVerdict(JsonGenerator json, Verdict verdict) {
        json.writeName("dataset").writeStartObject();
        json.writeNumberProperty("columns", verdict.columns());
        json.writeNumberProperty("drifted_columns", verdict.driftedColumns());
        Json.write(json, "share", verdict.share());
        Json.write(json, "share_limit", verdict.shareLimit());
        json.writeBooleanProperty("drifted", verdict.drifted());
        json.writeStringProperty("method", verdict.method());
        json.writeStringProperty("preset", report.preset());
        json.writeEndObject();
    }
}
