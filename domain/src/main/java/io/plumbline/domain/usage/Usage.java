package io.plumbline.domain.usage;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.RecordQuery.Order;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.resource.Resources;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** How much an organization, or one project of it, uses of the server. */
public final class Usage {
    private final Resources<Model> models;
    private final Datasets datasets;
    private final RecordStore records;
    private final InstantSource clock;

    /** Of these models and datasets; the clock tells which month it is. */
    public Usage(Resources<Model> models, Datasets datasets, RecordStore records, InstantSource clock) {
        this.models = models;
        this.datasets = datasets;
        this.records = records;
        this.clock = clock;
    }

    /**
     * How many models there are now.
     *
     * @param project to count in; empty for the whole organization
     */
    public long models(Caller caller, Optional<Id> project) {
        caller.require(Permission.USAGE_READ, project);
        return models.list(caller).stream()
                .filter(model -> isIn(model.header(), project))
                .count();
    }

    /**
     * How many records there are whose event time lies in the current calendar month in UTC.
     *
     * @param project to count in; empty for the whole organization
     * @param type of the datasets to count in, in the dialect's word
     */
    public long recordsOfMonth(Caller caller, Optional<Id> project, String type) {
        caller.require(Permission.USAGE_READ, project);
        RecordQuery question = ofMonth(YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
        return datasets.list(caller).stream()
                .filter(dataset -> dataset.type().equals(type) && isIn(dataset.header(), project))
                .mapToLong(dataset -> count(dataset, question))
                .sum();
    }

    private long count(Dataset dataset, RecordQuery question) {
        return records.find(dataset, question).total().orElseThrow();
    }

    private static RecordQuery ofMonth(YearMonth month) {
        return new RecordQuery(
                Optional.of(start(month)),
                Optional.of(start(month.plusMonths(1))),
                Filter.ALL,
                Optional.of(List.of()),
                new Order.By(List.of()),
                0,
                0,
                Counting.COUNTED);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isIn(Header header, Optional<Id> project) {
        return project.isEmpty() || header.project().equals(project);
    }
}
