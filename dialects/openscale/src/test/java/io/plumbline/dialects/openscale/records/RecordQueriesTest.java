package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.wire.RecordFormat;
import io.plumbline.dialects.openscale.wire.RecordsApi.ListRecordsQuery;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.RecordQuery.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordQueriesTest {
    private static final Schema SCHEMA = new Schema(1, List.of(Samples.ID, Samples.feature("AGE", ValueType.INTEGER)));
    private static final RecordQueries QUERIES =
            new RecordQueries(new RecordFilters(Roles.fields(SCHEMA), id -> Roles.fields(SCHEMA)), () -> 0.25);

    @Test
    void whatIsNotAskedHasItsDefault() {
        assertThat(of(null, null, null, null))
                .isEqualTo(new RecordQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Filter.ALL,
                        Optional.empty(),
                        new RecordQuery.Order.By(List.of()),
                        0,
                        100,
                        Counting.NOT_COUNTED));
    }

    @Test
    void moreThanAThousandAreCut() {
        assertThat(of(5000, null, null, null).limit()).isEqualTo(1000);
        assertThat(of(0, null, null, null).limit()).isZero();
    }

    @Test
    void anOrderIsByColumnsOrRandom() {
        assertThat(of(null, "AGE:desc,record_id:asc", null, null).order())
                .isEqualTo(new RecordQuery.Order.By(List.of(
                        new RecordQuery.Key("AGE", Direction.DESCENDING),
                        new RecordQuery.Key("_record_id", Direction.ASCENDING))));
        assertThat(of(null, "random", "AGE:gt:1", null).order()).isEqualTo(new RecordQuery.Order.Random(0.25));
        assertThat(of(null, "random", "AGE:gt:1", 0.51).order()).isEqualTo(new RecordQuery.Order.Random(0.51));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "", "AGE", "AGE:up", ":asc", "AGE:asc,"})
    void anOrderThatMakesNoSenseIsRefused(String order) {
        assertThatThrownBy(() -> of(null, order, null, null)).isInstanceOf(PlumblineException.class);
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        ListRecordsQuery query = new ListRecordsQuery(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("AGE", "x"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> QUERIES.of(query, SCHEMA)).hasMessage("the data set has no column x");
    }

    @Test
    void timesAndPagesAreHandedOn() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Instant end = Instant.parse("2026-02-01T00:00:00Z");
        RecordQuery asked = QUERIES.of(
                new ListRecordsQuery(
                        null, null, start, end, 5, 7L, List.of("AGE"), null, null, null, true, null, null, null, null),
                SCHEMA);
        assertThat(asked)
                .isEqualTo(new RecordQuery(
                        Optional.of(start),
                        Optional.of(end),
                        Filter.ALL,
                        Optional.of(List.of("AGE")),
                        new RecordQuery.Order.By(List.of()),
                        7,
                        5,
                        Counting.COUNTED));
    }

    @Test
    void annotationsAreChosenOrLeftOut() {
        assertThat(view(List.of("a"), null).annotations()).contains(List.of("a"));
        assertThat(view(List.of("a"), true).annotations()).contains(List.of());
        assertThat(view(null, false).annotations()).isEmpty();
        assertThat(view(null, null).format()).isEqualTo(RecordFormat.DICT);
    }

    private static RecordsView view(@Nullable List<String> annotations, @Nullable Boolean excluded) {
        return RecordQueries.view(new ListRecordsQuery(
                null, null, null, null, null, null, null, annotations, excluded, null, null, null, null, null, null));
    }

    private static RecordQuery of(
            @Nullable Integer limit, @Nullable String order, @Nullable String filter, @Nullable Double seed) {
        return QUERIES.of(
                new ListRecordsQuery(
                        null, null, null, null, limit, null, null, null, null, filter, null, order, seed, null, null),
                SCHEMA);
    }
}
