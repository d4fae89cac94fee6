package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunChange;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import java.time.Duration;
import java.util.ArrayList;
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

    @Test
    void findsTextsInNotes() {
        Condition text = Condition.text(new Field.Of(RunAttribute.NAME_OR_NOTE), Operator.CONTAINS, "GOOD");
        assertThat(search(query(List.of(text), List.of(), 7))).isEmpty();
        RunChange noted = RunChange.NONE.withNote("a good one");
        for (int i = 0; i < RUNS; i += 10) {
            runs().change(organization, runs.get(i).id(), RunLog.EMPTY, run -> run.with(noted, Samples.BEGIN));
        }
        assertThat(search(query(List.of(text), List.of(), 7))).isEqualTo(expected(i -> i % 10 == 0, BY_NUMBER));
        assertThat(search(query(List.of(text), List.of(Order.descending(LOSS)), 7)))
                .isEqualTo(expected(i -> i % 10 == 0, byLoss(Comparator.reverseOrder())));
        assertThat(searchedFor("")).hasSize(RUNS);
    }

    @Test
    void putsPinsFirstOnPagesOfAnyOrder() {
        List<Run> pinned = List.of(runs.get(400), runs.get(3), runs.get(211));
        for (int i = 0; i < pinned.size(); i++) {
            runs().pin(user, pinned.get(i), Samples.BEGIN.minusSeconds(i));
        }
        List<Order> byName = List.of(Order.ascending(NAME));
        for (List<Order> orders : List.of(byName, List.of(Order.descending(LOSS)), List.<Order>of())) {
            List<Id> all = new ArrayList<>(pinned.stream().map(Run::id).toList());
            search(query(List.of(), orders, 100)).stream()
                    .filter(run -> !all.contains(run))
                    .forEach(all::add);
            assertThat(search(pinsFirst(orders, PageRequest.first(2)))).isEqualTo(all);
            for (int offset = 0; offset < 8; offset++) {
                RunQuery query = pinsFirst(orders, PageRequest.counted(2, offset));
                Page<RunIndex.Hit> page = index().search(organization, user, query, Samples.BEGIN, Duration.ofHours(1));
                assertThat(page.items()).extracting(hit -> hit.run().id()).isEqualTo(all.subList(offset, offset + 2));
                assertThat(page.total()).hasValue(RUNS);
            }
        }
    }

    private RunQuery pinsFirst(List<Order> orders, PageRequest page) {
        return new RunQuery(
                List.of(experiment),
                LifecycleView.ACTIVE,
                List.of(),
                List.of(),
                RunQuery.Reach.OWN,
                RunQuery.Pins.FIRST,
                orders,
                page);
    }
}
