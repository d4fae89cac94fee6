package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunChangesTest {
    private final RunChanges changes = new RunChanges();

    private static BitSet runs(int... numbers) {
        return IntStream.of(numbers).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    @Test
    void tellsWhatChangedAfterTheLastCommitOfBefore() {
        changes.add(1, 10);
        changes.settle();
        long settled = changes.settled();
        changes.add(1, 11);
        assertThat(changes.settled()).isEqualTo(settled);
        changes.add(1, 12);
        changes.add(2, 13);
        assertThat(changes.since(1, settled)).contains(runs(11, 12));
        changes.settle();
        assertThat(changes.since(1, settled)).contains(runs(11, 12));
        assertThat(changes.since(1, changes.settled())).contains(runs());
        assertThat(changes.since(3, 0)).contains(runs());
    }

    @Test
    void tellsARunThatChangesAgainAsOne() {
        changes.add(1, 10);
        long first = settled();
        changes.add(1, 11);
        changes.add(1, 10);
        assertThat(changes.since(1, first)).contains(runs(10, 11));
    }

    private long settled() {
        changes.settle();
        return changes.settled();
    }

    @Test
    void saysWhereThereWereTooManyChanges() {
        changes.add(2, 7);
        long before = settled();
        LongStream.range(0, 500).forEach(run -> changes.add(1, run));
        assertThat(changes.since(1, before))
                .hasValueSatisfying(runs -> assertThat(runs.cardinality()).isEqualTo(500));
        changes.add(1, 500);
        assertThat(changes.since(1, before)).isEmpty();
        assertThat(changes.since(2, before)).contains(runs());
    }

    @Test
    void forgetsExperimentsThatDidNotChangeForLong() {
        changes.add(1, 10);
        long before = settled();
        changes.add(1, 11);
        LongStream.range(2, 300).forEach(experiment -> changes.add(experiment, experiment));
        assertThat(changes.since(1, before)).isEmpty();
        assertThat(changes.since(1, settled())).contains(runs());
    }
}
