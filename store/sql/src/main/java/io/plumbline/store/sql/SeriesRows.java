package io.plumbline.store.sql;

import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Series;
import io.plumbline.domain.measurement.Series.Limits;
import io.plumbline.domain.measurement.Series.Line;
import io.plumbline.domain.measurement.Series.Point;
import io.plumbline.domain.measurement.SeriesQuery;
import io.plumbline.domain.measurement.SeriesQuery.Function;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.Record;

/** Makes lines with a point for every interval of rows that are there for some. */
final class SeriesRows {
    private final SeriesQuery query;
    private final List<Instant> edges;

    SeriesRows(SeriesQuery query, List<Instant> edges) {
        this.query = query;
        this.edges = edges;
    }

    private record Key(SortedMap<String, String> tags, String metric) {}

    Series series(List<? extends Record> rows) {
        Map<Key, List<Record>> byKey = new LinkedHashMap<>();
        for (Record row : rows) {
            byKey.computeIfAbsent(key(row), absent -> new ArrayList<>()).add(row);
        }
        List<Line> lines = new ArrayList<>();
        byKey.forEach((key, of) -> functions(key.metric())
                .forEach(function -> lines.add(new Line(key.tags(), key.metric(), function, points(of, function)))));
        return new Series(edges, lines);
    }

    private Key key(Record row) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (int i = 0; i < query.groups().size(); i++) {
            String value = row.get(SeriesSql.group(i));
            if (value != null) {
                tags.put(query.groups().get(i), value);
            }
        }
        return new Key(tags, row.get(SeriesSql.METRIC));
    }

    private Set<Function> functions(String metric) {
        Set<Function> functions = new LinkedHashSet<>();
        query.aggregates().stream()
                .filter(each -> each.metric().map(metric::equals).orElse(true))
                .forEach(each -> functions.add(each.function()));
        return functions;
    }

    private List<Point> points(List<Record> rows, Function function) {
        List<Point> points = new ArrayList<>(Collections.nCopies(edges.size() - 1, Point.NONE));
        for (Record row : rows) {
            points.set(Math.toIntExact(row.get(SeriesSql.INTERVAL)), point(row, function));
        }
        return points;
    }

    private static Point point(Record row, Function function) {
        return switch (function) {
            case FIRST -> point(row, number(row, SeriesSql.FIRST), id(row, SeriesSql.FIRST_ID));
            case LAST -> point(row, number(row, SeriesSql.LAST), id(row, SeriesSql.LAST_ID));
            case MIN -> point(row, number(row, SeriesSql.MIN), id(row, SeriesSql.MIN_ID));
            case MAX -> point(row, number(row, SeriesSql.MAX), id(row, SeriesSql.MAX_ID));
            case SUM -> point(row, number(row, SeriesSql.SUM), Optional.empty());
            case MEAN -> point(row, number(row, SeriesSql.MEAN), Optional.empty());
            case MEDIAN -> point(row, number(row, SeriesSql.MEDIAN), Optional.empty());
            case COUNT -> point(row, OptionalDouble.of(row.get(SeriesSql.COUNT)), Optional.empty());
            case STANDARD_DEVIATION -> {
                double variance = Math.max(0, row.get(SeriesSql.SQUARES)) / row.get(SeriesSql.COUNT);
                yield point(row, OptionalDouble.of(Math.sqrt(variance)), Optional.empty());
            }
        };
    }

    private static Point point(Record row, OptionalDouble value, Optional<Id> measurement) {
        return new Point(
                value, measurement, new Limits(number(row, SeriesSql.LOWER_LIMIT), number(row, SeriesSql.UPPER_LIMIT)));
    }

    private static OptionalDouble number(Record row, Field<Double> field) {
        return MeasurementRows.optional(row.get(field));
    }

    private static Optional<Id> id(Record row, Field<String> field) {
        return Columns.id(row.get(field));
    }
}
