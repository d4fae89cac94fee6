package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricStatistic;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeldOrdersTest {
    private static final long EXPERIMENT = 1;

    private final RunChanges changes = new RunChanges();
    private final HeldOrders orders = new HeldOrders(changes, 10);

    private static HeldOrders.Key key(String metric) {
        return new HeldOrders.Key(EXPERIMENT, new Field.Metric(metric, MetricStatistic.LATEST), "latest");
    }

    private void read(String metric, int runs) {
        orders.forSearch().get(key(metric), () -> IntStream.range(0, runs).toArray());
    }

    private void commit(long... runs) {
        LongStream.of(runs).forEach(run -> changes.add(EXPERIMENT, run));
        changes.settle();
    }

    private int[] changed(HeldOrders.ForSearch search, String metric) {
        return search.find(key(metric)).orElseThrow().changed().stream().toArray();
    }

    @Test
    void leavesOutWhatChangedSinceAnOrderWasRead() {
        commit(1);
        read("loss", 5);
        commit(2, 3);
        assertThat(changed(orders.forSearch(), "loss")).containsExactly(2, 3);
        assertThat(orders.forSearch().find(key("size"))).isEmpty();
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
        assertThat(orders.forSearch().find(key("loss"))).isEmpty();
        read("loss", 6);
        assertThat(orders.forSearch().find(key("loss")))
                .hasValueSatisfying(order -> assertThat(order.numbers()).hasSize(6));
    }

    @Test
    void keepsWhatWasUsedLast() {
        read("a", 4);
        read("b", 4);
        read("a", 4);
        read("c", 4);
        assertThat(orders.forSearch().find(key("b"))).isEmpty();
        assertThat(orders.forSearch().find(key("a"))).isPresent();
        assertThat(orders.forSearch().find(key("c"))).isPresent();
        read("all", 11);
        assertThat(orders.forSearch().find(key("all"))).isEmpty();
        read("d", 10);
        assertThat(orders.forSearch().find(key("d"))).isPresent();
    }
}
