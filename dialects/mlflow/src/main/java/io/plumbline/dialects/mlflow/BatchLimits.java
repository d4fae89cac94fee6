package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.wire.LogBatch;
import io.plumbline.dialects.mlflow.wire.Metric;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.RunLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may come in one batch, as MLflow has it. */
final class BatchLimits {
    private static final int METRICS = 1_000;
    private static final int PARAMS = 100;
    private static final int TAGS = 100;
    private static final int ALL = 1_000;

    private BatchLimits() {}

    /** The batch in the core's words, where it keeps to the limits. */
    static RunLog read(LogBatch body) {
        int metrics = checked("metrics", body.metrics(), METRICS);
        int params = checked("params", body.params(), PARAMS);
        int tags = checked("tags", body.tags(), TAGS);
        if (metrics + params + tags > ALL) {
            throw tooMany("metrics, params and tags", metrics + params + tags, ALL);
        }
        List<Metric> points = body.metrics() == null ? List.of() : body.metrics();
        return new RunLog(
                points.stream()
                        .map(point -> RunWire.point(point.key(), point.value(), point.step(), point.timestamp()))
                        .toList(),
                Tags.readParams(body.params()),
                Tags.read(body.tags()));
    }

    private static int checked(String what, @Nullable List<?> given, int most) {
        int count = given == null ? 0 : given.size();
        if (count > most) {
            throw tooMany(what, count, most);
        }
        return count;
    }

    private static PlumblineException tooMany(String what, int count, int most) {
        return PlumblineException.invalid(
                what, "a batch has at most " + most + " " + what + ", and this one has " + count);
    }
}
