package io.plumbline.dialects.mlflow;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.RunLog;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The tag in which clients before 3.0 look for the models that a run logged: a list of them, the latest last. */
final class LoggedModelHistory {
    private static final String TAG = "mlflow.log-model.history";
    private static final JsonMapper JSON = new JsonMapper();

    private LoggedModelHistory() {}

    /** The tag with one more model. */
    static RunLog with(Map<String, String> tags, String model) {
        JsonNode read = parsed(model);
        if (!read.isObject() || !read.has("artifact_path") || !read.has("flavors")) {
            throw PlumblineException.invalid(
                    "model_json", "model_json is no object with artifact_path, utc_time_created and flavors");
        }
        JsonNode before = tags.containsKey(TAG) ? parsed(tags.getOrDefault(TAG, "[]")) : JSON.createArrayNode();
        ArrayNode all = before instanceof ArrayNode list ? list : JSON.createArrayNode();
        all.add(read);
        return RunLog.tag(TAG, JSON.writeValueAsString(all));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw PlumblineException.invalid("model_json", "model_json is not JSON");
        }
    }
}
