package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Side;
import io.plumbline.dialects.nativeapi.wire.SpecificLimit;
import io.plumbline.dialects.nativeapi.wire.TagValue;
import io.plumbline.dialects.nativeapi.wire.Threshold;
import io.plumbline.domain.monitor.Threshold.Condition;
import io.plumbline.domain.monitor.Threshold.Specific;

/** Limits of metrics as they go over the wire. */
final class Thresholds {
    private Thresholds() {}

    static Threshold wire(io.plumbline.domain.monitor.Threshold threshold) {
        return Threshold.builder()
                .metric(threshold.metric())
                .side(Side.valueOf(threshold.side().name()))
                .value(MeasurementsAdapter.number(threshold.value()))
                .specific(
                        threshold.specific().isEmpty()
                                ? null
                                : threshold.specific().stream()
                                        .map(Thresholds::wire)
                                        .toList())
                .build();
    }

    private static SpecificLimit wire(Specific specific) {
        return SpecificLimit.builder()
                .value(specific.value())
                .conditions(specific.conditions().stream().map(Thresholds::wire).toList())
                .build();
    }

    private static TagValue wire(Condition condition) {
        return TagValue.builder().tag(condition.key()).value(condition.value()).build();
    }
}
