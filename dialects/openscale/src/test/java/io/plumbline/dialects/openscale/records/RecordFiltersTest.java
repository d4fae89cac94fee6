package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.And;
import io.plumbline.domain.record.Filter.Compare;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.Filter.Joined;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordFiltersTest {
    private static final Id OTHER = new Id(5, -6);
    private static final RecordFilters FILTERS = new RecordFilters(
            new RecordFields(Optional.of("record_id"), Optional.of("at"), Optional.of("tx")),
            id -> new RecordFields(Optional.of("other_id"), Optional.empty(), Optional.empty()));

    @Test
    void columnsThatStandForFieldsOfEveryRecordAreNamedAsThese() {
        assertThat(FILTERS.ofRecords("record_id:eq:x,at:gt:y,tx:eq:z,age:eq:1"))
                .isEqualTo(new And(List.of(
                        equal("_record_id", "x"),
                        new Compare("_event_time", Comparison.GREATER, "y"),
                        equal("_transaction_id", "z"),
                        equal("age", "1"))));
        assertThat(FILTERS.ofDistribution("record_id:eq:x")).isEqualTo(equal("_record_id", "x"));
    }

    @Test
    void theIdOfADataSetInFrontJoinsIt() {
        assertThat(FILTERS.ofRecords(OTHER.asUuid() + ".chan.nel:eq:facebook"))
                .isEqualTo(new Joined(OTHER, equal("chan.nel", "facebook")));
        assertThat(FILTERS.ofRecords(OTHER.asUuid() + ".other_id:eq:7"))
                .isEqualTo(new Joined(OTHER, equal("_record_id", "7")));
    }

    @Test
    void aSecondJoinIsRefused() {
        String join = OTHER.asUuid() + ".a:eq:1";
        assertThatThrownBy(() -> FILTERS.ofRecords(join + "," + join)).hasMessageContaining("only once");
    }

    @Test
    void anIdOfAnotherShapeIsNotFound() {
        assertThatThrownBy(() -> FILTERS.ofRecords("c06d3756-1f43-4ea1-9727-2085ae3ff21d.channel:eq:facebook"))
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.NotFound.class));
    }

    private static Filter equal(String field, String value) {
        return new Compare(field, Comparison.EQUAL, value);
    }
}
