package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.Distribution;
import io.plumbline.dialects.openscale.wire.DistributionRequest;
import io.plumbline.dialects.openscale.wire.DistributionTable;
import io.plumbline.dialects.openscale.wire.DistributionsApi.AddDistributionQuery;
import io.plumbline.dialects.openscale.wire.DistributionsApi.DeleteDistributionsQuery;
import io.plumbline.dialects.openscale.wire.DistributionsApi.GetDistributionQuery;
import io.plumbline.dialects.openscale.wire.RunState;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupQuery.Aggregate;
import io.plumbline.domain.record.GroupQuery.Function;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.GroupTable.Bin;
import io.plumbline.http.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsAdapterTest {
    private static final Dataset DATASET =
            Samples.dataset(Samples.TIME, feature("Age", ValueType.INTEGER), feature("Gender", ValueType.TEXT));
    private static final String ID = Desk.id(DATASET);
    private static final Call VIEWER = Desk.call(Role.VIEWER);
    private static final Call EDITOR = Desk.call(Role.EDITOR);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");

    private final Desk desk = new Desk(DATASET);

    @Test
    void aDistributionIsComputedInTheBackground() {
        desk.records.groups = new GroupTable(
                List.of(
                        Arrays.asList(new Bin(18, 30.5), "M", 4L, 18.0),
                        Arrays.asList(new Bin(30.5, 43), null, 5L, Double.NaN)),
                9,
                GroupTable.Limited.LIMITED);
        Distribution queued = add(request(null, List.of("count", "Age:min"), null), false);
        assertThat(queued.entity().status().state()).isEqualTo(RunState.QUEUED);
        desk.work();
        Distribution finished = get(queued);
        assertThat(finished.entity().status().state()).isEqualTo(RunState.FINISHED);
        assertThat(finished.entity().processedRecords()).isEqualTo(9);
        assertThat(finished.entity().limitedData()).isTrue();
        DistributionTable table = Objects.requireNonNull(finished.entity().distribution());
        assertThat(table.fields()).containsExactly("Age", "Gender", "count", "Age:min");
        assertThat(table.values().toString())
                .isEqualTo("[[[18.0,30.5], \"M\", 4, 18.0], [[30.5,43.0], null, 5, null]]");
        assertThat(finished.metadata().url())
                .isEqualTo("/v2/data_sets/" + ID + "/distributions/"
                        + finished.metadata().id());
    }

    @Test
    void theRequestBecomesAQuestion() {
        add(
                new DistributionRequest(
                        START,
                        END,
                        DataSetType.PAYLOAD_LOGGING,
                        100L,
                        List.of("Age", "record_timestamp"),
                        "Age:eq:33,Gender:in:[M,F,T]",
                        List.of("count", "Age:sum", "Age:min", "Age:max", "Age:avg", "Age:stddev"),
                        4),
                false);
        desk.work();
        Optional<String> age = Optional.of("Age");
        assertThat(desk.records.grouped)
                .containsExactly(new GroupQuery(
                        Optional.of(START),
                        Optional.of(END),
                        new Filter.And(List.of(
                                new Filter.Compare("Age", Filter.Comparison.EQUAL, "33"),
                                new Filter.In("Gender", List.of("M", "F", "T")))),
                        List.of("Age", "_event_time"),
                        List.of(
                                new Aggregate(Function.COUNT, Optional.empty()),
                                new Aggregate(Function.SUM, age),
                                new Aggregate(Function.MIN, age),
                                new Aggregate(Function.MAX, age),
                                new Aggregate(Function.MEAN, age),
                                new Aggregate(Function.STANDARD_DEVIATION, age)),
                        Optional.of(4),
                        100));
    }

    @Test
    void theDefaultIsACountOfTheNewestFiftyThousand() {
        add(request(null, null, null), false);
        desk.work();
        GroupQuery asked = desk.records.grouped.getFirst();
        assertThat(asked.limit()).isEqualTo(50_000);
        assertThat(asked.aggregates()).containsExactly(new Aggregate(Function.COUNT, Optional.empty()));
        assertThat(asked.bins()).isEmpty();
    }

    @Test
    void anEqualOneIsTakenAgainUnlessItMayNotOrRecordsCame() {
        Distribution first = add(request(null, null, null), false);
        assertThat(id(add(request(null, null, null), false))).isEqualTo(id(first));
        assertThat(id(add(request("Age:gt:1", null, null), false))).isNotEqualTo(id(first));
        assertThat(id(add(request(null, null, null), true))).isNotEqualTo(id(first));
        desk.records.append(DATASET.id(), "b", Samples.batch("[{\"Age\":1}]"));
        Distribution later = add(request(null, null, null), false);
        assertThat(id(later)).isNotEqualTo(id(first));
        desk.tasks.fail(WireId.read("distribution", id(later)), "disk on fire");
        assertThat(get(later).entity().status().state()).isEqualTo(RunState.ERROR);
        assertThat(get(later).entity().status().failure())
                .isNotNull()
                .satisfies(failure ->
                        assertThat(failure.errors().getFirst().message()).isEqualTo("disk on fire"));
        assertThat(id(add(request(null, null, null), false))).isNotEqualTo(id(later));
    }

    @Test
    void distributionsAreDeleted() {
        Distribution finished = add(request(null, null, null), false);
        desk.work();
        Distribution queued = add(request("Age:gt:1", null, null), false);
        desk.distributions.deleteDistributions(EDITOR, ID, new DeleteDistributionsQuery(null, null));
        assertThatThrownBy(() -> get(finished)).hasMessageEndingWith("not found");
        assertThatThrownBy(() -> get(queued)).hasMessageEndingWith("not found");
        assertThatThrownBy(() ->
                        desk.distributions.deleteDistributions(VIEWER, ID, new DeleteDistributionsQuery(null, null)))
                .hasMessageContaining("record.write");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Age:like:1 |            |    | has no operator
                       | Age:median |    | agg has count
                       | nobody:sum |    | the data set has no column nobody
                       | Age        |    | agg has count
                       |            | 0  | max_bins is at least 1
            """)
    void whatMakesNoSenseIsRefusedAtOnce(
            @Nullable String filter, @Nullable String aggregate, @Nullable Integer bins, String message) {
        List<String> aggregates = aggregate == null ? null : List.of(aggregate);
        assertThatThrownBy(() -> add(request(filter, aggregates, bins), false))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining(message);
        assertThat(desk.tasks.about(VIEWER.organization(), DistributionTask.KIND, DATASET.id()))
                .isEmpty();
    }

    @Test
    void aNullAmongGroupsOrAggregatesIsRefused() {
        List<String> none = new ArrayList<>();
        none.add(null);
        assertThatThrownBy(() -> add(request(null, none, null), false)).isInstanceOf(PlumblineException.class);
        DistributionRequest groups =
                new DistributionRequest(START, END, DataSetType.PAYLOAD_LOGGING, null, none, null, null, null);
        assertThatThrownBy(() -> add(groups, false)).isInstanceOf(PlumblineException.class);
    }

    @Test
    void groupsTypesAndTimesAreChecked() {
        assertThatThrownBy(() -> add(whole(START, END, DataSetType.PAYLOAD_LOGGING, "nobody"), false))
                .hasMessage("the data set has no column nobody");
        assertThatThrownBy(() -> add(whole(START, END, DataSetType.FEEDBACK, "Age"), false))
                .hasMessage("the data set is of type payload_logging, not feedback");
        assertThatThrownBy(() -> add(whole(END, START, DataSetType.PAYLOAD_LOGGING, "Age"), false))
                .hasMessage("the end is not after the start");
    }

    private static DistributionRequest whole(Instant start, Instant end, DataSetType type, String group) {
        return new DistributionRequest(start, end, type, null, List.of(group), null, null, null);
    }

    private static DistributionRequest request(
            @Nullable String filter, @Nullable List<String> aggregates, @Nullable Integer bins) {
        return new DistributionRequest(
                START, END, DataSetType.PAYLOAD_LOGGING, null, List.of("Age", "Gender"), filter, aggregates, bins);
    }

    private Distribution add(DistributionRequest request, boolean anew) {
        return desk.distributions.addDistribution(VIEWER, ID, new AddDistributionQuery(null, null, anew), request);
    }

    private Distribution get(Distribution distribution) {
        return desk.distributions.getDistribution(VIEWER, ID, id(distribution), new GetDistributionQuery(null, null));
    }

    private static String id(Distribution distribution) {
        return distribution.metadata().id();
    }
}
