package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunIndex} does after changes of runs. */
public abstract class RunIndexChangesContract extends RunIndexFixture {
    @BeforeEach
    void add() {
        addRuns();
    }

    @Test
    void countsWhatIsInTheBinApart() {
        Run deleted = runs.get(421);
        runs().change(organization, deleted.id(), RunLog.EMPTY, run -> run.deleted(Optional.of(Samples.BEGIN)));
        assertThat(countLate(LifecycleView.ACTIVE)).isEqualTo(49);
        assertThat(countLate(LifecycleView.DELETED)).isEqualTo(1);
        assertThat(countLate(LifecycleView.ALL)).isEqualTo(50);
    }

    private long countLate(LifecycleView view) {
        RunQuery query = new RunQuery(
                List.of(experiment),
                view,
                List.of(Condition.text(new Field.Tag("parity"), Operator.EQUAL, "p1")),
                List.of(Condition.number(new Field.Param("rate"), Operator.GREATER, 40)),
                RunQuery.Reach.OWN,
                RunQuery.Pins.IGNORED,
                List.of(),
                PageRequest.counted(5, 0));
        return index().search(organization, user, query, Samples.BEGIN, Duration.ofHours(1))
                .total()
                .orElseThrow();
    }

    @Test
    void putsPinsFirstAndIncludesThem() {
        runs().pin(user, runs.get(9), Samples.BEGIN);
        runs().pin(user, runs.get(5), Samples.BEGIN.plusSeconds(1));
        RunQuery query = new RunQuery(
                List.of(experiment),
                LifecycleView.ACTIVE,
                List.of(),
                List.of(Condition.number(RARE, Operator.EQUAL, 200)),
                RunQuery.Reach.OWN,
                RunQuery.Pins.INCLUDED_AND_FIRST,
                List.of(Order.ascending(NAME)),
                PageRequest.first(1));
        assertThat(search(query))
                .containsExactly(
                        runs.get(5).id(), runs.get(9).id(), runs.get(200).id());
    }

    @Test
    void tellsNothingOfRunsInTheBin() {
        for (Run run : runs.subList(RUNS / 2, RUNS)) {
            runs().change(organization, run.id(), RunLog.EMPTY, found -> found.deleted(Optional.of(Samples.BEGIN)));
        }
        FacetValues rates = index().values(organization, experiment, new Field.Param("rate"));
        assertThat(rates.range()).contains(new FacetValues.NumberRange(0, (RUNS / 2 - 1) / 10.0));
        assertThat(rates.values()).hasSize(RUNS / 2);
        assertThat(index().values(organization, experiment, RARE).range())
                .contains(new FacetValues.NumberRange(0, 200));
        assertThat(search(query(List.of(), List.of(Order.descending(LOSS)), 70)))
                .isEqualTo(expected(i -> i < RUNS / 2, byLoss(Comparator.reverseOrder())));
    }
}
