package io.plumbline.dialects.openscale.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.MeasurementsApi.ListMetricsQuery;
import io.plumbline.dialects.openscale.wire.MetricInterval;
import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.measurement.Series;
import io.plumbline.domain.measurement.Series.Limits;
import io.plumbline.domain.measurement.Series.Line;
import io.plumbline.domain.measurement.Series.Point;
import io.plumbline.domain.measurement.SeriesQuery;
import io.plumbline.domain.measurement.SeriesQuery.Aggregate;
import io.plumbline.domain.measurement.SeriesQuery.Function;
import io.plumbline.domain.monitor.Monitor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SeriesDocumentsTest {
    private static final Instant START = Instant.parse("2019-02-15T10:30:00Z");
    private static final Instant END = Instant.parse("2019-02-15T13:00:00Z");
    private static final Id FOUND = new Id(3, 4);

    @Test
    void aQuestionHoldsWholeIntervals() {
        SeriesQuery asked =
                SeriesQueries.of(query(List.of("fairness_value:max", ":count", "last"), MetricInterval.HOUR));
        assertThat(asked.edges())
                .hasSize(4)
                .startsWith(START.truncatedTo(ChronoUnit.HOURS))
                .endsWith(END);
        assertThat(asked.aggregates())
                .containsExactly(
                        new Aggregate(Optional.of("fairness_value"), Function.MAX),
                        new Aggregate(Optional.empty(), Function.COUNT),
                        new Aggregate(Optional.empty(), Function.LAST));
        assertThat(asked.groups()).containsExactly("feature");
        assertThat(SeriesQueries.of(query(List.of(":avg"), null)).interval()).isEqualTo(ChronoUnit.HOURS);
    }

    @Test
    void theEndHoldsAnIntervalThatItCuts() {
        ListMetricsQuery cut = new ListMetricsQuery(
                null, null, START, END.plusSeconds(1), List.of(":last"), MetricInterval.HOUR, null, null);
        assertThat(SeriesQueries.of(cut).edges()).endsWith(END.plus(1, ChronoUnit.HOURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"top", "fairness_value:top", "fairness_value:", "fairness_value:COUNT"})
    void unknownFunctionsAreRefused(String agg) {
        assertThatThrownBy(() -> SeriesQueries.of(query(List.of(agg), null)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("agg");
    }

    @Test
    void everyFunctionIsAsked() {
        List<String> words = List.of("first", "last", "min", "max", "sum", "count", "avg", "median", "stddev");
        assertThat(words)
                .allSatisfy(word -> assertThat(SeriesQueries.of(query(List.of(":" + word), null))
                                .aggregates())
                        .singleElement()
                        .satisfies(aggregate -> assertThat(
                                        SeriesQueries.wire(aggregate.function()).wireName())
                                .isEqualTo(word)));
    }

    @Test
    void aPeriodHasALength() {
        ListMetricsQuery none = new ListMetricsQuery(null, null, END, END, List.of(":last"), null, null, null);
        assertThatThrownBy(() -> SeriesQueries.of(none))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("end");
    }

    @Test
    void everyIntervalHasAnEntry() {
        Map<String, String> tags = Map.of("feature", "age");
        Series series = new Series(
                List.of(START, END),
                List.of(
                        new Line(new TreeMap<>(tags), "fairness_value", Function.LAST, points(0.74)),
                        new Line(new TreeMap<>(tags), "fairness_value", Function.MEAN, points(0.7))));
        Header header = new Header(FOUND, FOUND, Optional.empty(), 1, Stamp.made(START, "somebody"));
        Monitor monitor = new Monitor(header, "fairness", FOUND, "", Document.EMPTY);
        JsonNode wire = Documents.tree((Object) SeriesDocuments.wire(monitor, MetricInterval.HOUR, series));
        String id = WireId.of(FOUND);
        assertThat(wire).isEqualTo(OpenScaleJson.mapper().readTree("""
                        {"start": "2019-02-15T10:30:00.000000Z", "end": "2019-02-15T13:00:00.000000Z", "interval": "hour",
                         "monitor_definition_id": "fairness", "target_id": "%s", "target_type": "subscription",
                         "groups": [{"tags": [{"id": "feature", "value": "age"}],
                           "metrics": [{"id": "fairness_value", "lower_limit": [0.8, null],
                             "last": {"value": [0.74, null], "measurement_id": ["%s", null]},
                             "avg": {"value": [0.7, null], "measurement_id": ["%s", null]}}]}]}
                        """.formatted(id, id, id)));
    }

    private static List<Point> points(double first) {
        return List.of(
                new Point(
                        OptionalDouble.of(first),
                        Optional.of(FOUND),
                        new Limits(OptionalDouble.of(0.8), OptionalDouble.empty())),
                Point.NONE);
    }

    private static ListMetricsQuery query(List<String> aggregates, @Nullable MetricInterval interval) {
        return new ListMetricsQuery(null, null, START, END, aggregates, interval, null, List.of("feature"));
    }
}
