package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FeedbackColumnsTest {
    private final OpenScaleServer server = new OpenScaleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theModelsOwnAnswersHaveTheirRolesThoughTheWireDoesNotSayThem() {
        String subscription = server.post("/subscriptions", Requests.credit(server))
                .expect(202)
                .at("/metadata/id")
                .asString();
        JsonNode table = server.post("/subscriptions/" + subscription + "/tables/feedback", "{}")
                .expect(202);
        Dataset feedback = server.dataset(table.at("/metadata/id").asString());
        assertThat(feedback.schema().column("_original_prediction"))
                .map(Column::role)
                .contains(ColumnRole.PREDICTION);
        assertThat(feedback.schema().column("_original_probability"))
                .map(Column::role)
                .contains(ColumnRole.SCORE);
        assertThat(table.at("/entity/data_schema/fields").valueStream())
                .filteredOn(field -> field.path("name").asString().startsWith("_"))
                .isNotEmpty()
                .allMatch(field -> field.path("metadata").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "_original_prediction, METADATA, PREDICTION",
        "_original_prediction, FEATURE, FEATURE",
        "_debiased_prediction, METADATA, METADATA",
        "prediction, METADATA, METADATA"
    })
    void aRoleThatWasGivenStays(String name, ColumnRole given, ColumnRole expected) {
        Column column = FeedbackColumns.inRole(Column.of(name, ValueType.TEXT, given));
        assertThat(column.role()).isEqualTo(expected);
    }
}
