package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.dialects.openscale.wire.DistributionRequest;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupQuery.Aggregate;
import io.plumbline.domain.record.GroupQuery.Function;
import io.plumbline.domain.record.SystemField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns requests for distributions into questions to the core. */
final class DistributionQueries {
    private static final long MOST = 50_000;
    private static final String COUNT = "count";

    private DistributionQueries() {}

    /**
     * The question that a request asks of a data set.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static GroupQuery of(DistributionRequest request, Dataset dataset, RecordFilters filters) {
        if (!request.dataset().wireName().equals(dataset.type())) {
            throw PlumblineException.invalid(
                    "dataset",
                    "the data set is of type " + dataset.type() + ", not "
                            + request.dataset().wireName());
        }
        if (!request.start().isBefore(request.end())) {
            throw PlumblineException.invalid("end", "the end is not after the start");
        }
        return new GroupQuery(
                Optional.of(request.start()),
                Optional.of(request.end()),
                request.filter() == null ? Filter.ALL : filters.ofDistribution(request.filter()),
                request.group().stream()
                        .map(name -> field("group", name, dataset))
                        .toList(),
                aggregates(request).stream()
                        .map(text -> aggregate(text, dataset))
                        .toList(),
                bins(request),
                limit(request));
    }

    /** The names of what is told, the groups and then the aggregates. */
    static List<String> fields(DistributionRequest request) {
        return Stream.concat(request.group().stream(), aggregates(request).stream())
                .toList();
    }

    private static List<String> aggregates(DistributionRequest request) {
        List<String> told = request.agg();
        return told == null || told.isEmpty() ? List.of(COUNT) : told;
    }

    private static Optional<Integer> bins(DistributionRequest request) {
        Optional<Integer> bins = Optional.ofNullable(request.maxBins());
        if (bins.filter(count -> count < 1).isPresent()) {
            throw PlumblineException.invalid("max_bins", "max_bins is at least 1");
        }
        return bins;
    }

    private static long limit(DistributionRequest request) {
        long limit = request.limit() == null ? MOST : request.limit();
        if (limit < 1) {
            throw PlumblineException.invalid("limit", "limit is at least 1");
        }
        return Math.min(limit, MOST);
    }

    private static Aggregate aggregate(@Nullable String text, Dataset dataset) {
        if (text == null) {
            throw PlumblineException.invalid("agg", "agg has texts, and no null");
        }
        if (text.equals(COUNT)) {
            return new Aggregate(Function.COUNT, Optional.empty());
        }
        int colon = text.lastIndexOf(':');
        String name = text.substring(0, Math.max(colon, 0));
        return new Aggregate(function(text.substring(colon + 1)), Optional.of(field("agg", name, dataset)));
    }

    private static Function function(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "sum" -> Function.SUM;
            case "min" -> Function.MIN;
            case "max" -> Function.MAX;
            case "avg" -> Function.MEAN;
            case "stddev" -> Function.STANDARD_DEVIATION;
            default ->
                throw PlumblineException.invalid(
                        "agg", "agg has count, or column:sum, :min, :max, :avg or :stddev, not " + word);
        };
    }

    private static String field(String parameter, String name, Dataset dataset) {
        if (dataset.schema().column(name).isEmpty()) {
            throw PlumblineException.invalid(parameter, "the data set has no column " + name);
        }
        RecordFields fields = Roles.fields(dataset.schema());
        return fields.of(name).map(SystemField::label).orElse(name);
    }
}
