package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.compute.testkit.ReadColumn;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real files, where they are. */
class GermanCreditTest {
    private static Path file(String name) {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/german-credit").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "shared/data/german-credit/" + name + " is not here");
        return file.orElseThrow();
    }

    @Test
    void theTrainingData() {
        try (DuckDbEngine engine = DuckDbEngine.start(DuckDbSettings.ofMachine());
                Table table = engine.open(
                        file("german_credit_data_biased_training.csv").toString(), Schema.NONE)) {
            assertThat(table.rows()).isEqualTo(5000);
            assertThat(table.columns()).hasSize(21);
            assertThat(table.columns())
                    .filteredOn(column -> column.type() == ColumnType.INTEGER)
                    .hasSize(7);
            assertThat(table.columns())
                    .filteredOn(column -> column.type() == ColumnType.TEXT)
                    .hasSize(14);
            ReadColumn risk = ReadColumn.of(table, "Risk");
            assertThat(risk.counts()).containsEntry("No Risk", 3330L).containsEntry("Risk", 1670L);
        }
    }

    @Test
    void theTestDataHasTheSameColumns() {
        try (DuckDbEngine engine = DuckDbEngine.start(DuckDbSettings.ofMachine());
                Table training = engine.open(
                        file("german_credit_data_biased_training.csv").toString(), Schema.NONE);
                Table test = engine.open(file("credit_risk_test_data.csv").toString(), Schema.NONE)) {
            assertThat(test.columns()).isEqualTo(training.columns());
            assertThat(test.rows()).isEqualTo(1000);
        }
    }

    @Test
    void theFeedback() {
        try (DuckDbEngine engine = DuckDbEngine.start(DuckDbSettings.ofMachine());
                Table table =
                        engine.open(file("additional_feedback_data_v2.json").toString(), Schema.NONE)) {
            assertThat(table.columns())
                    .anyMatch(column -> column.name().equals("LoanAmount") && column.type() == ColumnType.INTEGER);
            assertThat(ReadColumn.of(table, "LoanAmount").rows())
                    .isEqualTo(table.rows())
                    .isPositive();
        }
    }
}
