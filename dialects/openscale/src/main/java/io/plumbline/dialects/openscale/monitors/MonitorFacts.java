package io.plumbline.dialects.openscale.monitors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.dialects.openscale.wire.MetricThresholdOverride;
import io.plumbline.dialects.openscale.wire.Schedule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a monitor has beyond the core's words.
 *
 * @param dataMartId of the data mart that its subscription lies in
 * @param parameters settings, of the form that the definition demands
 * @param thresholds limits of its metrics
 * @param schedule by which it runs
 * @param scheduleId of a schedule, as the client named it
 */
record MonitorFacts(
        @JsonProperty("data_mart_id") String dataMartId,
        @JsonProperty("parameters") @Nullable Map<String, JsonNode> parameters,
        @JsonProperty("thresholds") @Nullable List<MetricThresholdOverride> thresholds,
        @JsonProperty("schedule") @Nullable Schedule schedule,
        @JsonProperty("schedule_id") @Nullable String scheduleId) {}
