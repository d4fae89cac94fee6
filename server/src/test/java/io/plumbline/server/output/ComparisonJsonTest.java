package io.plumbline.server.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.drift.Score;
import io.plumbline.server.report.SampleReports;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static JsonNode json(ComparisonReport report) throws IOException {
        StringWriter out = new StringWriter();
        new ComparisonJson(report).writeTo(out);
        return MAPPER.readTree(out.toString());
    }

    @Test
    void hasBothSidesTheColumnsAndTheVerdict() throws IOException {
        ComparisonReport report = SampleReports.credit();

        JsonNode json = json(report);

        assertThat(json.propertyNames())
                .containsExactly(
                        "reference",
                        "current",
                        "columns",
                        "columns_only_in_reference",
                        "columns_only_in_current",
                        "dataset");
        assertThat(json.at("/reference/rows").asLong()).isEqualTo(32_000);
        assertThat(json.at("/reference/duplicate_rows").asLong()).isEqualTo(412);
        assertThat(json.at("/current/duplicate_rows").isNull()).isTrue();
        assertThat(json.at("/columns").size()).isEqualTo(report.columns().size());
        assertThat(json.at("/columns_only_in_reference/1").asString()).isEqualTo("Telephone");
        assertThat(json.at("/dataset/drifted_columns").asInt())
                .isEqualTo(report.verdict().driftedColumns());
        assertThat(json.at("/dataset/share").asDouble())
                .isEqualTo(report.verdict().share());
        assertThat(json.at("/dataset/method").asString())
                .isEqualTo(report.verdict().method());
    }

    @Test
    void keepsEveryNumberToItsLastBit() throws IOException {
        ComparisonReport report = SampleReports.credit();

        JsonNode json = json(report);

        for (int i = 0; i < report.columns().size(); i++) {
            ColumnReport column = report.columns().get(i);
            JsonNode written = json.at("/columns/" + i);
            assertThat(written.at("/name").asString()).isEqualTo(column.name());
            for (int j = 0; j < column.results().size(); j++) {
                if (column.results().get(j).outcome() instanceof Score score) {
                    assertThat(written.at("/results/" + j + "/value").asDouble())
                            .isEqualTo(score.value());
                    assertThat(written.at("/results/" + j + "/reference_n").asLong())
                            .isEqualTo(score.referenceCount());
                }
            }
        }
    }

    @Test
    void aResultHasAllThatIsNeededToJudgeIt() throws IOException {
        JsonNode result = json(SampleReports.credit()).at("/columns/0/results/0");

        assertThat(result.propertyNames())
                .containsExactly(
                        "definition",
                        "value",
                        "p",
                        "p_adjusted",
                        "effect",
                        "threshold",
                        "threshold_rule",
                        "drifted",
                        "exact",
                        "interval",
                        "parameters",
                        "reference_n",
                        "current_n");
        assertThat(result.at("/definition").asString()).isEqualTo("psi@1");
        assertThat(result.at("/p").isNull()).isTrue();
        assertThat(result.at("/threshold").asDouble()).isEqualTo(0.1);
        assertThat(result.at("/threshold_rule").asString()).isEqualTo("value >= 0.1");
        assertThat(result.at("/exact").asBoolean()).isTrue();
        assertThat(result.at("/interval").isNull()).isTrue();
        assertThat(result.at("/parameters/bins").asInt()).isEqualTo(10);
        assertThat(result.at("/parameters/edges/2").asDouble()).isEqualTo(0.30000000000000004);
    }

    @Test
    void anEstimateHasItsInterval() throws IOException {
        JsonNode test = json(SampleReports.credit()).at("/columns/0/results/1");

        assertThat(test.at("/exact").asBoolean()).isFalse();
        assertThat(test.at("/interval").size()).isEqualTo(2);
        assertThat(test.at("/interval/0").asDouble())
                .isLessThan(test.at("/interval/1").asDouble());
    }

    @Test
    void whatCouldNotBeComputedHasItsReason() throws IOException {
        JsonNode result = json(SampleReports.withoutScores()).at("/columns/0/results/0");

        assertThat(result.at("/value").isNull()).isTrue();
        assertThat(result.at("/drifted").asBoolean()).isFalse();
        assertThat(result.at("/reason").asString()).contains("no values");
    }

    @Test
    void namesAreEscaped() throws IOException {
        assertThat(json(SampleReports.hostile()).at("/columns/0/name").asString())
                .isEqualTo(SampleReports.HOSTILE);
    }

    @Test
    void numbersThatJsonDoesNotKnowAreNullOrText() throws IOException {
        StringWriter out = new StringWriter();

        Json.writeDocument(
                out,
                json -> Json.write(
                        json,
                        List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1L << 60, 0.1f, true)));

        assertThat(MAPPER.readTree(out.toString()).toString())
                .isEqualTo("[null,\"Infinity\",\"-Infinity\",1152921504606846976,0.10000000149011612,true]");
    }

    @Test
    void aFailureOfTheWriterArrivesAsWhatItWas() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> new ComparisonJson(SampleReports.wide(200)).writeTo(full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
