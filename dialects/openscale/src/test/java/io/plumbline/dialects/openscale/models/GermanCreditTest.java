package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Registering the model of credit risk as the vendor's notebooks do it: the schema of the training data, the subscription, its data sets. */
class GermanCreditTest {
    private static final List<String> NUMBERS = List.of(
            "LoanDuration",
            "LoanAmount",
            "InstallmentPercent",
            "CurrentResidenceDuration",
            "Age",
            "ExistingCreditsCount",
            "Dependents");

    private final OpenScaleServer server = new OpenScaleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theModelIsRegisteredWithItsDataSets() throws IOException {
        String csv = Shared.text("data/german-credit/german_credit_data_biased_training.csv");
        JsonNode trained =
                server.call("POST", "/spark_schemas", csv, "text/csv", "editor").expect(200);
        assertThat(trained.path("fields")
                        .valueStream()
                        .filter(field -> field.path("type").stringValue().equals("integer")))
                .extracting(field -> field.path("name").stringValue())
                .containsExactlyElementsOf(NUMBERS);

        JsonNode subscription = server.post("/subscriptions", request(trained)).expect(202);
        String id = subscription.at("/metadata/id").stringValue();
        JsonNode input = subscription.at("/entity/asset_properties/input_data_schema");
        assertThat(Requests.names(input)).hasSize(20).doesNotContain("Risk");
        assertThat(Requests.field(input, "Sex").at("/metadata/measure").stringValue())
                .isEqualTo("discrete");

        JsonNode payload = server.get("/data_sets?type=payload_logging&target.target_id=" + id)
                .expect(200)
                .at("/data_sets/0/entity/data_schema");
        assertThat(Requests.names(payload)).hasSize(24).startsWith("scoring_id");
        JsonNode feedback = server.post("/subscriptions/" + id + "/tables/feedback", "{}")
                .expect(202)
                .at("/entity/data_schema");
        assertThat(Requests.field(feedback, "Risk")
                        .at("/metadata/modeling_role")
                        .stringValue())
                .isEqualTo("target");
        assertThat(Requests.names(feedback)).endsWith("_debiased_prediction", "_debiased_probability");
    }

    private ObjectNode request(JsonNode trained) {
        ObjectNode request = Requests.credit(server);
        ObjectNode properties = (ObjectNode) request.path("asset_properties");
        List<String> features = Requests.names(trained).stream()
                .filter(name -> !name.equals("Risk"))
                .toList();
        properties.set("training_data_schema", trained);
        properties.set("feature_fields", OpenScaleServer.MAPPER.valueToTree(features));
        properties.set(
                "categorical_fields",
                OpenScaleServer.MAPPER.valueToTree(features.stream()
                        .filter(name -> !NUMBERS.contains(name))
                        .toList()));
        return request;
    }
}
