package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.domain.measurement.Series;
import io.plumbline.domain.measurement.SeriesQuery;
import io.plumbline.domain.measurement.SeriesQuery.Aggregate;
import io.plumbline.domain.measurement.SeriesQuery.Function;
import io.plumbline.domain.measurement.TagCondition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link MeasurementStore} tells of metrics over time: what a computation over all values in memory tells. */
public abstract class SeriesContract {
    private final Id organization = Samples.id();
    private final Id monitor = Samples.id();

    /** The store under test, over the same data each time within a test. */
    protected abstract MeasurementStore store();

    private Measurement append(Instant at, double value, String... tags) {
        SortedMap<String, String> tagged = new TreeMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            tagged.put(tags[i], tags[i + 1]);
        }
        return append(at, Reading.exact("accuracy", tagged, value, Provenance.PUBLISHED));
    }

    private Measurement append(Instant at, Reading reading) {
        SortedMap<String, String> tagged = reading.tags();
        Reading none = Reading.notComputable("accuracy", tagged, "nothing", Provenance.PUBLISHED);
        Reading other = Reading.exact("recall", tagged, -1, Provenance.PUBLISHED);
        Measurement measurement = new Measurement(
                Samples.id(),
                organization,
                Optional.empty(),
                monitor,
                "quality",
                Samples.id(),
                Optional.empty(),
                at,
                at,
                Optional.empty(),
                List.of(reading, none, other),
                List.of(),
                Facts.NONE,
                "ada");
        store().append(List.of(measurement), (of, open) -> List.of());
        return measurement;
    }

    private Series series(
            Instant from, Instant until, ChronoUnit interval, List<TagCondition> conditions, List<String> groups) {
        List<Aggregate> all = Arrays.stream(Function.values())
                .map(function -> new Aggregate(Optional.of("accuracy"), function))
                .toList();
        return store().series(organization, monitor, new SeriesQuery(from, until, interval, all, conditions, groups));
    }

    private static OptionalDouble value(Series series, Function function, int interval) {
        return point(series, function, interval).value();
    }

    private static Series.Point point(Series series, Function function, int interval) {
        return series.lines().stream()
                .filter(line -> line.function() == function)
                .findFirst()
                .orElseThrow()
                .points()
                .get(interval);
    }

    @Test
    void everyFunctionIsTakenOfEachInterval() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Measurement first = append(noon.plusSeconds(1), 3);
        append(noon.plusSeconds(2), 10);
        append(noon.plusSeconds(3), 1);
        Measurement last = append(noon.plusSeconds(3599), 2);
        append(noon.plusSeconds(7200), 7);
        Series series = series(noon.plusSeconds(60), noon.plusSeconds(7200), ChronoUnit.HOURS, List.of(), List.of());
        assertThat(series.edges())
                .containsExactly(noon, noon.plusSeconds(3600), noon.plusSeconds(7200), noon.plusSeconds(10800));
        assertThat(value(series, Function.FIRST, 0)).hasValue(3);
        assertThat(value(series, Function.LAST, 0)).hasValue(2);
        assertThat(value(series, Function.MIN, 0)).hasValue(1);
        assertThat(value(series, Function.MAX, 0)).hasValue(10);
        assertThat(value(series, Function.SUM, 0)).hasValue(16);
        assertThat(value(series, Function.COUNT, 0)).hasValue(4);
        assertThat(value(series, Function.MEAN, 0)).hasValue(4);
        assertThat(value(series, Function.MEDIAN, 0)).hasValue(2.5);
        assertThat(value(series, Function.STANDARD_DEVIATION, 0).orElseThrow())
                .isCloseTo(Math.sqrt((1 + 36 + 9 + 4) / 4.0), within(1e-12));
        assertThat(value(series, Function.MEAN, 1)).isEmpty();
        assertThat(value(series, Function.MEDIAN, 2)).hasValue(7);
        assertThat(series.lines().getFirst().points().getFirst().measurement()).contains(first.id());
        assertThat(series.lines().get(1).points().getFirst().measurement()).contains(last.id());
    }

    @Test
    void whatIsOfOneMeasurementNamesItAndEachIntervalHasItsLimits() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Measurement least = append(noon.plusSeconds(1), limited(1, 0.5));
        append(noon.plusSeconds(2), limited(1, 0.6));
        append(noon.plusSeconds(3), limited(7, 0.7));
        Measurement greatest = append(noon.plusSeconds(4), limited(7, 0.8));
        append(noon.plusSeconds(5), limited(3, 0.9));
        append(noon.plusSeconds(3600), 3);
        Series series = series(noon, noon.plusSeconds(3600), ChronoUnit.HOURS, List.of(), List.of());
        assertThat(point(series, Function.MIN, 0).measurement()).contains(least.id());
        assertThat(point(series, Function.MAX, 0).measurement()).contains(greatest.id());
        assertThat(point(series, Function.MEAN, 0).measurement()).isEmpty();
        assertThat(point(series, Function.MEAN, 0).limits())
                .isEqualTo(new Series.Limits(OptionalDouble.of(0.9), OptionalDouble.empty()));
        assertThat(point(series, Function.MIN, 1).limits()).isEqualTo(Series.Limits.NONE);
    }

    private static Reading limited(double value, double lower) {
        return Reading.exact("accuracy", new TreeMap<>(), value, Provenance.PUBLISHED)
                .within(OptionalDouble.of(lower), OptionalDouble.empty());
    }

    @ParameterizedTest
    @EnumSource(names = {"MINUTES", "HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS"})
    void intervalsAreThoseOfTheCalendar(ChronoUnit interval) {
        Random random = new Random(5);
        Instant begin = Instant.parse("2023-11-17T05:06:07Z");
        long span = interval.getDuration().toSeconds() * 30;
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            times.add(begin.plusSeconds((long) (random.nextDouble() * span)));
            append(times.getLast(), i);
        }
        for (String edge : List.of("2024-02-29T23:59:59.999999Z", "2024-03-01T00:00:00Z", "2024-12-31T23:59:59Z")) {
            times.add(Instant.parse(edge));
            append(times.getLast(), -1);
        }
        Instant end = begin.atOffset(ZoneOffset.UTC).plus(30, interval).toInstant();
        Series series = series(begin, end, interval, List.of(), List.of());
        for (int i = 0; i + 1 < series.edges().size(); i++) {
            Instant from = series.edges().get(i);
            Instant until = series.edges().get(i + 1);
            long expected = times.stream()
                    .filter(time -> !time.isBefore(from) && time.isBefore(until))
                    .count();
            OptionalDouble count = value(series, Function.COUNT, i);
            assertThat(count.orElse(0)).as("%s to %s", from, until).isEqualTo((double) expected);
        }
    }

    @Test
    void groupsAndConditionsGoByTags() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        append(noon, 1, "region", "south", "model", "a");
        append(noon, 2, "region", "north", "model", "a");
        append(noon, 3, "region", "north", "model", "b");
        append(noon, 4);
        Series byRegion = series(noon, noon, ChronoUnit.DAYS, List.of(), List.of("region"));
        List<Series.Line> counts = byRegion.lines().stream()
                .filter(line -> line.function() == Function.SUM)
                .toList();
        assertThat(counts).hasSize(3);
        assertThat(counts.stream()
                        .filter(line -> line.tags().equals(new TreeMap<>(java.util.Map.of("region", "north"))))
                        .findFirst()
                        .orElseThrow()
                        .points()
                        .getFirst()
                        .value())
                .hasValue(5);
        Series ofModel = series(
                noon,
                noon,
                ChronoUnit.DAYS,
                List.of(new TagCondition("model", TagCondition.Test.IN, List.of("a"))),
                List.of("region", "model"));
        assertThat(ofModel.lines()).hasSize(2 * Function.values().length);
    }

    @Test
    void aMetricThatWasNotAskedForIsNotTold() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        append(noon, 1);
        Series all = store().series(
                        organization,
                        monitor,
                        new SeriesQuery(
                                noon,
                                noon,
                                ChronoUnit.HOURS,
                                List.of(new Aggregate(Optional.empty(), Function.MAX)),
                                List.of(),
                                List.of()));
        assertThat(all.lines().stream().map(Series.Line::metric)).containsExactly("accuracy", "recall");
        assertThat(series(noon, noon, ChronoUnit.HOURS, List.of(), List.of()).lines().stream()
                        .map(Series.Line::metric)
                        .distinct())
                .containsExactly("accuracy");
    }
}
