package io.plumbline.compute.duckdb.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BloomFilterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 50_000})
    void membersAreFoundAndFewOthers(int members) {
        BloomFilter filter = new BloomFilter(members);
        Random random = new Random(members);
        random.longs(members).map(hash -> hash >>> 1).forEach(filter::add);
        assertThat(new Random(members).longs(members).map(hash -> hash >>> 1).allMatch(filter::mayContain))
                .isTrue();
        long others = random.longs(10_000)
                .filter(hash -> filter.mayContain(hash >>> 1))
                .count();
        assertThat(others).isLessThan(200);
    }
}
