package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.measures.table.InMemoryTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableDataSetTest {

    private static ComparisonReport compare(InMemoryTable reference, InMemoryTable current) {
        ComparisonPlan plan = new ComparisonPlan(GivenPreset.byGap(), List.of(), List.of(), Optional.empty(), 4);
        return Comparison.compare(
                new TableDataSet(reference, Sketches.NONE),
                new TableDataSet(current, Sketches.NONE),
                plan,
                Progress.SILENT);
    }

    @Test
    void readsColumnsOfEveryType() {
        InMemoryTable table = new InMemoryTable("all.csv")
                .with("number", 2.5, Double.NaN, 1.5, Double.POSITIVE_INFINITY)
                .with("integer", ColumnType.INTEGER, 3L, null, 1L, 3L)
                .with("timestamp", ColumnType.TIMESTAMP, 0L, 5L, 5L, 9L)
                .with("boolean", ColumnType.BOOLEAN, true, false, true, null)
                .with("text", ColumnType.TEXT, "b", "a", "b", "b");
        TableDataSet data = new TableDataSet(table, Sketches.NONE);

        List<ColumnData> read = data.columns().stream().map(data::column).toList();

        assertThat(read.get(0).sortedValues()).containsExactly(1.5, 2.5);
        assertThat(read.get(0).tally()).isEqualTo(new Tally(2, 0, 1, 1, 0, 0));
        assertThat(read.get(1).sortedValues()).containsExactly(1, 3, 3);
        assertThat(read.get(1).tally().missing()).isEqualTo(1);
        assertThat(read.get(2).type()).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(read.get(3).categories().counts()).containsEntry("true", 2L).containsEntry("false", 1L);
        assertThat(read.get(4).categories().count("b")).isEqualTo(3);
    }

    @Test
    void countsEqualRows() {
        InMemoryTable table =
                new InMemoryTable("t").with("x", 1, 1, 2, 1).with("t", ColumnType.TEXT, "a", "a", "a", "b");

        ComparisonReport report = compare(table, table);

        assertThat(report.reference()).isEqualTo(new DataSetSummary("t", 4, 2, OptionalLong.of(1)));
    }

    @Provide
    Arbitrary<InMemoryTable> tables() {
        Arbitrary<@Nullable Object> number =
                Arbitraries.doubles().between(-1e6, 1e6).map(Object.class::cast).injectNull(0.1);
        Arbitrary<@Nullable Object> whole =
                Arbitraries.longs().map(Object.class::cast).injectNull(0.1);
        Arbitrary<@Nullable Object> text =
                Arbitraries.of("a", "b", "c", "").map(Object.class::cast).injectNull(0.1);
        return Arbitraries.integers()
                .between(1, 60)
                .flatMap(rows -> Combinators.combine(
                                number.list().ofSize(rows),
                                whole.list().ofSize(rows),
                                text.list().ofSize(rows))
                        .as((numbers, wholes, texts) -> new InMemoryTable("table")
                                .with("number", ColumnType.NUMBER, numbers.toArray())
                                .with("integer", ColumnType.INTEGER, wholes.toArray())
                                .with("text", ColumnType.TEXT, texts.toArray())));
    }

    @Property(tries = 100)
    void aTableDoesNotDriftFromItself(@ForAll("tables") InMemoryTable table) {
        ComparisonReport report = compare(table, table);

        assertThat(report.columns()).noneMatch(ColumnReport::drifted);
        assertThat(report.verdict().drifted()).isFalse();
    }

    @Property(tries = 100)
    void theOrderOfRowsDoesNotMatter(
            @ForAll("tables") InMemoryTable reference, @ForAll("tables") InMemoryTable current, @ForAll Random random) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < current.rows(); row++) {
            order.add(row);
        }
        Collections.shuffle(order, random);

        assertThat(compare(reference, current.reordered(order))).isEqualTo(compare(reference, current));
    }
}
