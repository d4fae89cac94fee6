package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.BaselineKind;
import io.plumbline.dialects.nativeapi.wire.BaselineSource;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.baseline.Baseline.Fixed;
import io.plumbline.domain.baseline.Baseline.Moving;
import io.plumbline.domain.baseline.Baseline.Source;
import io.plumbline.domain.baseline.Baseline.Training;
import io.plumbline.domain.measurement.Window;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sources of baselines as they go over the wire, and back. */
final class BaselineSources {
    private BaselineSources() {}

    /**
     * The source.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it has not what its kind asks for, or more
     */
    static Source source(BaselineSource wire) {
        Id dataset = WireId.of("dataset", wire.datasetId());
        String kind = wire.kind().name().toLowerCase(java.util.Locale.ROOT);
        return switch (wire.kind()) {
            case TRAINING -> {
                none(kind, "window", wire.window());
                none(kind, "length", wire.length());
                none(kind, "gap", wire.gap());
                yield new Training(dataset);
            }
            case FIXED -> {
                none(kind, "length", wire.length());
                none(kind, "gap", wire.gap());
                var window = some(kind, "window", wire.window());
                yield new Fixed(dataset, new Window(window.from(), window.until()));
            }
            case MOVING -> {
                none(kind, "window", wire.window());
                Duration length = duration("length", some(kind, "length", wire.length()));
                yield new Moving(dataset, length, wire.gap() == null ? Duration.ZERO : duration("gap", wire.gap()));
            }
        };
    }

    /** The source as it goes over the wire. */
    static BaselineSource wire(Source source) {
        BaselineSource.Builder wire =
                BaselineSource.builder().datasetId(source.dataset().toString());
        return switch (source) {
            case Training _ -> wire.kind(BaselineKind.TRAINING).build();
            case Fixed fixed ->
                wire.kind(BaselineKind.FIXED)
                        .window(ChecksAdapter.wire(fixed.window()))
                        .build();
            case Moving moving ->
                wire.kind(BaselineKind.MOVING)
                        .length(moving.length().toString())
                        .gap(moving.gap().toString())
                        .build();
        };
    }

    private static <T> T some(String kind, String field, @Nullable T value) {
        if (value == null) {
            throw PlumblineException.invalid(field, "a baseline that is " + kind + " needs a " + field);
        }
        return value;
    }

    private static void none(String kind, String field, @Nullable Object value) {
        if (value != null) {
            throw PlumblineException.invalid(field, "a baseline that is " + kind + " has no " + field);
        }
    }

    private static Duration duration(String field, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException _) {
            throw PlumblineException.invalid(field, field + " is a duration such as P28D or PT12H, not " + text);
        }
    }
}
