package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.spelling.WireStatus;
import io.plumbline.dialects.mlflow.wire.Dataset;
import io.plumbline.dialects.mlflow.wire.DatasetInput;
import io.plumbline.dialects.mlflow.wire.Metric;
import io.plumbline.dialects.mlflow.wire.ModelOutput;
import io.plumbline.dialects.mlflow.wire.Run;
import io.plumbline.dialects.mlflow.wire.RunData;
import io.plumbline.dialects.mlflow.wire.RunInfo;
import io.plumbline.dialects.mlflow.wire.RunInputs;
import io.plumbline.dialects.mlflow.wire.RunOutputs;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.LoggedModelStore.Output;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricSeries;
import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.RunView;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs as they go over the wire. */
final class RunWire {
    private RunWire() {}

    static Run run(RunView view, List<Output> outputs) {
        return new Run(
                info(view.run()),
                new RunData(
                        view.metrics().stream().map(RunWire::latest).toList(),
                        Tags.ofParams(view.params()),
                        Tags.of(view.tags())),
                new RunInputs(view.inputs().stream().map(RunWire::input).toList(), List.of()),
                new RunOutputs(outputs.stream()
                        .map(output -> new ModelOutput(WireId.ofModel(output.model()), output.step()))
                        .toList()));
    }

    static RunInfo info(io.plumbline.domain.experiment.Run run) {
        String id = WireId.of(run.id());
        return RunInfo.builder()
                .runId(id)
                .runUuid(id)
                .runName(run.name())
                .experimentId(Long.toString(run.experimentNumber()))
                .userId(run.owner().name())
                .status(WireStatus.of(run.status()))
                .startTime(Millis.of(run.startedAt()))
                .endTime(run.endedAt().map(Millis::of).orElse(null))
                .artifactUri(ArtifactAddress.of(run))
                .lifecycleStage(ExperimentsAdapter.stage(run.lifecycle()))
                .build();
    }

    private static Metric latest(MetricSummary metric) {
        return Metric.builder()
                .key(metric.key())
                .value(metric.latest())
                .timestamp(Millis.ofMicros(metric.latestMicros()))
                .step(metric.latestStep())
                .build();
    }

    /** These points of a metric; with the run's id where there is one. */
    static List<Metric> points(String key, MetricSeries series, int begin, int end, @Nullable String run) {
        return IntStream.range(begin, end)
                .mapToObj(i -> Metric.builder()
                        .key(key)
                        .value(series.values()[i])
                        .timestamp(Millis.ofMicros(series.micros()[i]))
                        .step(series.steps()[i])
                        .runId(run)
                        .build())
                .toList();
    }

    static MetricPoint point(String key, double value, @Nullable Long step, @Nullable Long timestamp) {
        if (timestamp == null) {
            throw PlumblineException.invalid("timestamp", "the metric " + key + " has no timestamp");
        }
        return new MetricPoint(key, value, step == null ? 0 : step, Millis.micros("timestamp", timestamp));
    }

    private static DatasetInput input(io.plumbline.domain.experiment.DatasetInput input) {
        return new DatasetInput(
                Tags.of(input.tags()),
                Dataset.builder()
                        .name(input.name())
                        .digest(input.digest())
                        .sourceType(input.sourceType())
                        .source(input.source())
                        .schema(input.schema())
                        .profile(input.profile())
                        .build());
    }

    static io.plumbline.domain.experiment.DatasetInput read(DatasetInput input) {
        Dataset dataset = input.dataset();
        SortedMap<String, String> tags = Tags.read(input.tags());
        return new io.plumbline.domain.experiment.DatasetInput(
                dataset.name(),
                dataset.digest(),
                tags.getOrDefault(RunTags.CONTEXT, ""),
                orEmpty(dataset.sourceType()),
                orEmpty(dataset.source()),
                orEmpty(dataset.schema()),
                orEmpty(dataset.profile()),
                tags);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
