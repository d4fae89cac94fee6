package io.plumbline.server.output;

import io.plumbline.measures.drift.Threshold;
import tools.jackson.core.JsonGenerator;

/** A threshold as the number that is held against and the rule in words; null and "none" where the reference states none. */
final class ThresholdJson {
    private ThresholdJson() {}

    static void write(JsonGenerator json, Threshold threshold) {
        Json.write(json, "threshold", threshold.limit());
        json.writeStringProperty("threshold_rule", threshold.toString());
    }
}
