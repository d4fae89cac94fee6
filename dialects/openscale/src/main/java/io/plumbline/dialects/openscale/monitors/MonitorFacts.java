package io.plumbline.dialects.openscale.monitors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.dialects.openscale.wire.ScheduleUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor has beyond the core's words.
 *
 * @param dataMartId of the data mart that its subscription lies in
 * @param repeatType of the schedule, as the client named it
 * @param scheduleId of a schedule, as the client named it
 */
record MonitorFacts(
        @JsonProperty("data_mart_id") String dataMartId,
        @JsonProperty("repeat_type") @Nullable ScheduleUnit repeatType,
        @JsonProperty("schedule_id") @Nullable String scheduleId) {}
