package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.domain.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The columns that data sets of subscriptions have besides those of the model. */
final class SystemColumns {
    /** What every scored row has: they lead the output of a model. */
    static final List<SparkField> PAYLOAD = fields("""
            {"metadata": {"columnInfo": {"columnLength": 128}, "modeling_role": "record-id", "primary_key": true},
             "name": "scoring_id", "nullable": false, "type": "string"},
            {"metadata": {"modeling_role": "record-timestamp"}, "name": "scoring_timestamp", "nullable": false, "type": "timestamp"},
            {"metadata": {}, "name": "deployment_id", "nullable": false, "type": "string"},
            {"metadata": {}, "name": "asset_revision", "nullable": true, "type": "string"}
            """);

    private static final List<SparkField> FEEDBACK = fields("""
            {"metadata": {"modeling_role": "record-id", "primary_key": true}, "name": "record_id", "nullable": false, "type": "string"},
            {"metadata": {"modeling_role": "record-timestamp"}, "name": "record_timestamp", "nullable": false, "type": "timestamp"},
            {"metadata": {"transaction_id_key": true}, "name": "transaction_id", "nullable": true, "type": "string"}
            """);

    private SystemColumns() {}

    /**
     * The columns at the end of feedback, where a model's own predictions may stand beside what was true.
     *
     * @param prediction the type of a prediction
     */
    static List<SparkField> feedback(JsonNode prediction) {
        List<SparkField> fields = new ArrayList<>(FEEDBACK);
        for (String kind : List.of("_original_", "_debiased_")) {
            fields.add(field(kind + "prediction", prediction));
            fields.add(field(kind + "probability", SparkTypes.arrayOf("double")));
        }
        return fields;
    }

    private static SparkField field(String name, JsonNode type) {
        return SparkField.builder()
                .name(name)
                .type(type)
                .nullable(true)
                .metadata(Map.of())
                .build();
    }

    private static List<SparkField> fields(String json) {
        return Documents.read(new Document("{\"type\":\"struct\",\"fields\":[" + json + "]}"), SparkStruct.class)
                .fields();
    }
}
