package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.quality.ColumnQuality;
import io.plumbline.measures.table.InMemoryTable;
import io.plumbline.measures.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScannedNumbersTest {
    private static final int ROWS = 2000;

    private final InMemoryTable table = table(new Random(5));
    private final TableDataSet exact = new TableDataSet(table, new RoughSketches(), ROWS);
    private final TableDataSet large = new TableDataSet(table, new RoughSketches(), ROWS - 1);

    private static InMemoryTable table(Random random) {
        List<@Nullable Object> numbers = new ArrayList<>();
        List<@Nullable Object> wholes = new ArrayList<>();
        List<@Nullable Object> few = new ArrayList<>();
        List<@Nullable Object> texts = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            numbers.add(row % 9 == 0 ? null : (Object) random.nextGaussian());
            wholes.add((long) random.nextInt(500));
            few.add((double) random.nextInt(5));
            texts.add("t" + random.nextInt(5));
        }
        return new InMemoryTable("large.csv")
                .with(new TableColumn("number", ColumnType.NUMBER), numbers)
                .with(new TableColumn("whole", ColumnType.INTEGER), wholes)
                .with(new TableColumn("few", ColumnType.NUMBER), few)
                .with(new TableColumn("text", ColumnType.TEXT), texts);
    }

    private TableColumn column(int place) {
        return table.columns().get(place);
    }

    @Test
    void countsOverEdgesAreExactAndTakenOnce() {
        for (int place : new int[] {0, 1, 2}) {
            Edges edges = place == 0 ? Edges.equalWidth(-1, 1.5, 12) : Edges.of(1, 2, 3.5, 300);
            ColumnData held = exact.column(column(place));
            ColumnData scanned = large.column(column(place));
            long before = table.readings();

            assertThat(scanned.countsOver(edges)).usingRecursiveComparison().isEqualTo(held.countsOver(edges));
            scanned.countsOver(edges);
            // Few values are counted by the profile already.
            assertThat(table.readings() - before).isEqualTo(place == 2 ? 0 : 1);
        }
    }

    @Test
    void knowsExactlyWhatAProfileKnowsExactly() {
        ColumnData held = exact.column(column(0));
        ColumnData scanned = large.column(column(0));

        assertThat(scanned.tally()).isEqualTo(held.tally());
        assertThat(scanned.moments()).isEqualTo(held.moments());
        assertThat(scanned.type()).isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void saysThatQuantilesAndDifferentValuesAreEstimates() {
        ColumnData scanned = large.column(column(0));

        assertThat(scanned.rankError()).isEqualTo(RoughSketches.ERROR);
        assertThat(scanned.distinct().exact()).isFalse();
        assertThat(scanned.quantile(0.5))
                .isBetween(
                        exact.column(column(0)).quantile(0.49),
                        exact.column(column(0)).quantile(0.53));
    }

    @Test
    void valuesCannotBeAskedFor() {
        ColumnData scanned = large.column(column(0));

        assertThat(scanned.hasValues()).isFalse();
        assertThatThrownBy(scanned::sortedValues)
                .isInstanceOf(NotKnownException.class)
                .hasMessageContaining("column number of large.csv has too many rows to hold");
    }

    @Test
    void textsAreCountedInFull() {
        assertThat(large.column(column(3)).categories())
                .isEqualTo(exact.column(column(3)).categories());
    }

    @Test
    void fewValuesAreDescribedAndDrawnAsIfHeld() {
        ColumnData held = exact.column(column(2));
        ColumnData scanned = large.column(column(2));

        assertThat(ColumnQuality.of(scanned)).isEqualTo(ColumnQuality.of(held));
        assertThat(Picture.of(scanned, held)).isEqualTo(Picture.of(held, held));
    }

    @Test
    void aLargeTableDoesNotDriftFromItself() {
        ComparisonPlan plan = new ComparisonPlan(GivenPreset.byGap(), List.of(), List.of(), Optional.empty(), 3);

        ComparisonReport report = Comparison.compare(large, exact, plan, Progress.SILENT);

        assertThat(report.columns()).hasSize(4).noneMatch(ColumnReport::drifted);
        assertThat(report.columns()).allSatisfy(column -> {
            assertThat(column.change().aboveRange()).isZero();
            assertThat(column.picture().reference()).isEqualTo(column.picture().current());
        });
    }
}
