package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.RecordsView.Binaries;
import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.dialects.openscale.wire.RecordFormat;
import io.plumbline.dialects.openscale.wire.RecordsApi.ListRecordsQuery;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.domain.record.RecordQuery.Order;
import io.plumbline.domain.record.SystemField;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns requests for records into questions to the core. */
final class RecordQueries {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;
    private static final String RANDOM = "random";

    private final RecordFilters filters;
    private final DoubleSupplier seeds;

    /**
     * With these filters.
     *
     * @param seeds for random orders whose request gives none, from 0 to 1
     */
    RecordQueries(RecordFilters filters, DoubleSupplier seeds) {
        this.filters = filters;
        this.seeds = seeds;
    }

    /**
     * The question that a request asks.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the parameter
     */
    RecordQuery of(ListRecordsQuery query, Schema schema) {
        return new RecordQuery(
                Optional.ofNullable(query.start()),
                Optional.ofNullable(query.end()),
                query.filter() == null ? Filter.ALL : filters.ofRecords(query.filter()),
                columns(query.includes(), schema),
                order(query, Roles.fields(schema)),
                query.offset() == null ? 0 : query.offset(),
                Math.min(query.limit() == null ? DEFAULT_LIMIT : query.limit(), MOST),
                Boolean.TRUE.equals(query.includeTotalCount()) ? Counting.COUNTED : Counting.NOT_COUNTED);
    }

    /** How the records of a request are shown. */
    static RecordsView view(ListRecordsQuery query) {
        return new RecordsView(
                Optional.ofNullable(query.includes()),
                Boolean.TRUE.equals(query.excludeAnnotations())
                        ? Optional.of(List.of())
                        : Optional.ofNullable(query.annotations()),
                query.format() == null ? RecordFormat.DICT : query.format(),
                Binaries.of(query.binaryFormat()));
    }

    private static Optional<List<String>> columns(@Nullable List<String> includes, Schema schema) {
        if (includes == null) {
            return Optional.empty();
        }
        for (String name : includes) {
            if (schema.column(name).isEmpty()) {
                throw PlumblineException.invalid("includes", "the data set has no column " + name);
            }
        }
        return Optional.of(List.copyOf(includes));
    }

    private Order order(ListRecordsQuery query, RecordFields fields) {
        String order = query.order();
        if (order == null) {
            return new Order.By(List.of());
        }
        return order.equals(RANDOM)
                ? random(query)
                : new Order.By(Stream.of(order.split(",", -1))
                        .map(key -> key(key, fields))
                        .toList());
    }

    private Order random(ListRecordsQuery query) {
        if (query.start() == null && query.end() == null && query.filter() == null) {
            throw PlumblineException.invalid("order", "a random order needs start, end or filter");
        }
        return new Order.Random(query.seed() == null ? seeds.getAsDouble() : query.seed());
    }

    private static RecordQuery.Key key(String text, RecordFields fields) {
        int colon = text.lastIndexOf(':');
        String name = text.substring(0, Math.max(colon, 0));
        if (name.isEmpty()) {
            throw PlumblineException.invalid("order", "order is random, or column:asc or column:desc, not " + text);
        }
        return new RecordQuery.Key(
                fields.of(name).map(SystemField::label).orElse(name), direction(text.substring(colon + 1)));
    }

    private static Direction direction(String word) {
        return switch (word) {
            case "asc" -> Direction.ASCENDING;
            case "desc" -> Direction.DESCENDING;
            default ->
                throw PlumblineException.invalid("order", "the direction of an order is asc or desc, not " + word);
        };
    }
}
