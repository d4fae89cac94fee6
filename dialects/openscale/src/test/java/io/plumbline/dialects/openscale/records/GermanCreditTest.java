package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.JsonRecordsTest.column;
import static io.plumbline.dialects.openscale.records.Samples.dataset;
import static io.plumbline.dialects.openscale.records.Samples.shared;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GermanCreditTest {
    private static final String FOLDER = "data/german-credit/";

    @Test
    void theScoringPayloadIsReadAsATable() throws IOException {
        RecordBatch batch = json("german_credit_feed.json");
        JsonNode expected = Json.MAPPER.readTree(shared(FOLDER + "german_credit_feed.json"));
        assertThat(batch.rows()).isEqualTo(expected.get("values").size());
        assertThat(batch.columns()).extracting(BatchColumn::name).hasSize(20).contains("LoanDuration", "Sex");
        long sum = 0;
        for (JsonNode row : expected.get("values")) {
            sum += row.get(4).asLong();
        }
        assertThat(column(batch, "LoanAmount").type()).isEqualTo(ValueType.INTEGER);
        assertThat(Arrays.stream(((BatchColumn.Integers) column(batch, "LoanAmount")).values())
                        .sum())
                .isEqualTo(sum);
    }

    @Test
    void theFeedbackRecordsAreReadAsRows() throws IOException {
        RecordBatch batch = json("additional_feedback_data_v2.json");
        JsonNode expected = Json.MAPPER.readTree(shared(FOLDER + "additional_feedback_data_v2.json"));
        assertThat(batch.rows()).isEqualTo(expected.size());
        String[] risk = ((BatchColumn.Texts) column(batch, "Risk")).values();
        for (int row = 0; row < risk.length; row++) {
            assertThat(risk[row]).isEqualTo(expected.get(row).get("Risk").asString());
        }
    }

    @Test
    void theTrainingDataIsReadAsCsv() throws IOException {
        RecordBatch batch = read("german_credit_data_biased_training.csv", "text/csv");
        List<String> lines = Files.readAllLines(shared(FOLDER + "german_credit_data_biased_training.csv"));
        assertThat(batch.rows()).isEqualTo(lines.size() - 1);
        assertThat(batch.columns())
                .extracting(BatchColumn::name)
                .containsExactly(lines.getFirst().split(","));
        long sum = lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",")[4]))
                .sum();
        assertThat(Arrays.stream(((BatchColumn.Integers) column(batch, "LoanAmount")).values())
                        .sum())
                .isEqualTo(sum);
    }

    @Test
    void theTestDataIsReadAsCsv() throws IOException {
        assertThat(read("credit_risk_test_data.csv", "text/csv").columns()).hasSize(21);
    }

    private static RecordBatch json(String name) throws IOException {
        return read(name, "application/json");
    }

    private static RecordBatch read(String name, String type) throws IOException {
        try (InputStream body = Files.newInputStream(shared(FOLDER + name))) {
            return Samples.reader()
                    .read(dataset(), Optional.empty(), MediaType.of(type), CsvOptions.DEFAULT, body)
                    .batch();
        }
    }
}
