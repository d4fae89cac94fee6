package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.MetricFigures;
import io.plumbline.dialects.modellab.wire.RunAttributes;
import io.plumbline.dialects.modellab.wire.RunParam;
import io.plumbline.dialects.modellab.wire.RunResource;
import io.plumbline.dialects.modellab.wire.RunState;
import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.domain.experiment.RunView;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs in the words of this dialect. */
final class RunViews {
    private static final double MICROSECONDS = TimeUnit.SECONDS.toMicros(1);

    private RunViews() {}

    static RunResource wire(RunView view, RunStatus status) {
        return RunResource.builder()
                .id(String.valueOf(view.run().number()))
                .type(RunResource.TypeEnum.RUNS)
                .attributes(attributes(view, view.run(), status))
                .build();
    }

    private static RunAttributes attributes(RunView view, Run run, RunStatus status) {
        return RunAttributes.builder()
                .completedAt(run.endedAt().orElse(null))
                .createdAt(run.createdAt())
                .deletedAt(run.deletedAt().orElse(null))
                .descendantMatch(view.descendantMatch())
                .description(run.note())
                .duration(run.duration().map(RunViews::seconds).orElse(null))
                .hasChildren(view.hasChildren())
                .isPinned(view.pinned())
                .metricSummaries(view.metrics().stream().map(RunViews::figures).toList())
                .mlflowArtifactLocation(new ArtifactLocation(run.id()).uri(run.experimentNumber()))
                .name(run.name())
                .ownerId(UserId.of(run.owner().user()))
                .params(params(view.params()))
                .projectId(run.experimentNumber())
                .startedAt(run.startedAt())
                .status(RunState.valueOf(status.name()))
                .tags(Projects.tags(view.tags()))
                .updatedAt(run.updatedAt())
                .build();
    }

    private static MetricFigures figures(MetricSummary metric) {
        return MetricFigures.builder()
                .key(metric.key())
                .min(finite(metric.min()))
                .max(finite(metric.max()))
                .mean(finite(metric.mean()))
                .stddev(finite(metric.standardDeviation()))
                .latest(finite(metric.latest()))
                .count(metric.count())
                .firstStep(metric.firstStep())
                .lastStep(metric.lastStep())
                .build();
    }

    private static List<RunParam> params(SortedMap<String, String> params) {
        return params.entrySet().stream()
                .map(param -> new RunParam(param.getKey(), param.getValue()))
                .toList();
    }

    private static double seconds(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos()) / MICROSECONDS;
    }

    /** JSON has no word for the others. */
    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
