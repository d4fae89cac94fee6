package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.RunAttribute;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeldOrdersTest {
    private static final long EXPERIMENT = 1;

    private final RunChanges changes = new RunChanges();
    private final HeldOrders orders = new HeldOrders(changes, order(10).bytes());

    private static HeldOrders.Key key(String metric) {
        return new HeldOrders.Key(
                EXPERIMENT, new Field.Metric(metric, MetricStatistic.LATEST), RunAttribute.Kind.NUMBER);
    }

    /** One whose runs are all of one value. */
    private static OrderedRuns order(int runs) {
        OrderedRuns.Builder order = new OrderedRuns.Builder();
        IntStream.range(0, runs).forEach(order::add);
        return order.build(Optional.empty());
    }

    private void read(String metric, int runs) {
        orders.forSearch().get(key(metric), () -> order(runs));
    }

    private boolean isHeld(String metric) {
        return orders.forSearch().isHeld(key(metric));
    }

    private void commit(long... runs) {
        LongStream.of(runs).forEach(run -> changes.add(EXPERIMENT, run));
        changes.settle();
    }

    private int[] changed(HeldOrders.ForSearch search, String metric) {
        return search.get(key(metric), () -> order(1)).changed().stream().toArray();
    }

    @Test
    void leavesOutWhatChangedSinceAnOrderWasRead() {
        commit(1);
        read("loss", 5);
        commit(2, 3);
        assertThat(changed(orders.forSearch(), "loss")).containsExactly(2, 3);
        assertThat(isHeld("size")).isFalse();
    }

    @Test
    void leavesOutWhatWasSaidButNotCommittedWhenAnOrderWasRead() {
        changes.add(EXPERIMENT, 4);
        read("loss", 5);
        changes.settle();
        assertThat(changed(orders.forSearch(), "loss")).containsExactly(4);
    }

    @Test
    void leavesOutWhatAnOrderHasThatTheSearchDoesNotSee() {
        HeldOrders.ForSearch early = orders.forSearch();
        commit(2);
        read("loss", 5);
        assertThat(changed(early, "loss")).containsExactly(2);
        assertThat(changed(orders.forSearch(), "loss")).isEmpty();
    }

    @Test
    void readsAnOrderAnewAfterTooManyChanges() {
        read("loss", 5);
        commit(LongStream.range(0, 501).toArray());
        assertThat(isHeld("loss")).isFalse();
        read("loss", 6);
        assertThat(isHeld("loss")).isTrue();
    }

    @Test
    void keepsWhatWasUsedLast() {
        read("a", 4);
        read("b", 4);
        read("a", 4);
        read("c", 4);
        assertThat(isHeld("b")).isFalse();
        assertThat(isHeld("a")).isTrue();
        assertThat(isHeld("c")).isTrue();
        read("all", 11);
        assertThat(isHeld("all")).isFalse();
        read("d", 10);
        assertThat(isHeld("d")).isTrue();
    }
}
