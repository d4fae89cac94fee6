package io.plumbline.measures.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CategoryCounterTest {

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.integers().between(0, 120).map(i -> "c" + i).list().ofMaxSize(400);
    }

    @Property(tries = 300)
    void keepsThoseOfSmallestHashWithAllTheirRows(
            @ForAll("texts") List<String> texts, @ForAll @IntRange(min = 2, max = 60) int limit) {
        CategoryCounter counter = new CategoryCounter(limit);
        texts.forEach(text -> counter.add(text, 1));
        Map<String, Long> all = texts.stream().collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        Comparator<String> byHash = (a, b) -> Long.compareUnsigned(TextHash.of(a), TextHash.of(b));
        Map<String, Long> expected = new TreeMap<>();
        all.keySet().stream().sorted(byHash).limit(limit).forEach(text -> expected.put(text, all.get(text)));
        assertThat(counter.counts().counts()).isEqualTo(expected);
        assertThat(counter.counts().total()).isEqualTo(texts.size());
        assertThat(counter.distinct().exact()).isEqualTo(all.size() <= limit);
    }

    @Test
    void textThatUtf8CannotExpressIsOneCategoryWithItsReplacement() {
        CategoryCounter counter = new CategoryCounter(10);
        counter.add("x\uD800", 2);
        counter.add("x\uDC00", 1);
        counter.add("x?", 4);
        counter.add("\uD83D\uDE00", 8);
        assertThat(counter.counts().counts()).isEqualTo(Map.of("x?", 7L, "\uD83D\uDE00", 8L));
    }

    @Test
    void categoriesWithoutRowsAreNone() {
        CategoryCounter counter = new CategoryCounter(2);
        counter.add("a", 0);
        assertThat(counter.counts().counts()).isEmpty();
        assertThat(counter.distinct()).isEqualTo(ColumnData.DistinctCount.exactly(0));
    }

    @Test
    void theEstimateOfDistinctIsWithinItsError() {
        CategoryCounter counter = new CategoryCounter(1000);
        for (int i = 0; i < 300_000; i++) {
            counter.add("user-" + i, 1);
        }
        // four standard errors of 1/sqrt(998)
        assertThat(counter.distinct().value().orElseThrow() / 300_000.0).isBetween(0.873, 1.127);
    }

    @Test
    void aBoundOfOneIsRefused() {
        assertThatThrownBy(() -> new CategoryCounter(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
