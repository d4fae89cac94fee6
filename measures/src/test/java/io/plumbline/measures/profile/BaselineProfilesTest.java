package io.plumbline.measures.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.golden.GoldenRecipe;
import io.plumbline.measures.table.InMemoryTable;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineProfilesTest {

    @Test
    void countsOverTheDecilesOfTheBaseline() {
        Table table = numbers(upTo(100));
        Profile profile = profile(table);
        assertThat(profile.spec().edges()).contains(Edges.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        assertThat(profile.asColumn()
                        .countsOver(profile.spec().edges().orElseThrow())
                        .counts())
                .containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 11);
    }

    @Test
    void decilesThatAreEqualAreOneEdge() {
        Table table = numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, -0.0, 5);
        assertThat(profile(table).spec().edges()).contains(Edges.of(-Double.MIN_VALUE, 0, 5));
    }

    @Test
    void emptyAndTextColumnsHaveNoEdges() {
        assertThat(profile(numbers()).spec().edges()).isEmpty();
        Table texts = new InMemoryTable("texts").with("only", ColumnType.TEXT, "a", "a");
        assertThat(profile(texts).spec()).isEqualTo(ProfileSpec.of(ColumnType.TEXT));
    }

    @Test
    void aProfileGivesTheScoresThatItsDataGives() {
        for (int different : new int[] {12, 40, 500}) {
            double[] reference = IntStream.range(0, 3000)
                    .mapToDouble(i -> i * 7919 % different)
                    .toArray();
            ColumnData current = GoldenRecipe.numbers(
                    IntStream.range(0, 2000).mapToDouble(i -> i * 31 % 200).toArray());
            for (String measure : List.of("psi@1", "js@1", "chi2@1", "t@1")) {
                Outcome ofData = Measures.require(measure).measure(GoldenRecipe.numbers(reference), current);
                Outcome ofProfile = Measures.require(measure)
                        .measure(profile(numbers(reference)).asColumn(), current);
                assertThat(((Score) ofProfile).isExact()).isTrue();
                assertThat(((Score) ofProfile).value()).isCloseTo(((Score) ofData).value(), within(1e-12));
            }
        }
    }

    @Test
    void sketchesAreAskedForWhereTheyFit() {
        Map<SketchKind, Integer> sketches = Map.of(SketchKind.QUANTILES, 200, SketchKind.FREQUENT_ITEMS, 64);
        Table table = new InMemoryTable("whole numbers").with("only", ColumnType.INTEGER, 1L, 2L);
        var column = table.columns().get(0);
        var values = new ColumnBuilder(column.type());
        table.read(column, values);
        assertThat(BaselineProfiles.specFor(values.build(), sketches).sketches())
                .isEqualTo(Map.of(SketchKind.QUANTILES, 200));
    }

    private static Profile profile(Table table) {
        TableColumn column = table.columns().get(0);
        ColumnBuilder values = new ColumnBuilder(column.type());
        table.read(column, values);
        ProfileSpec spec = BaselineProfiles.specFor(values.build(), Map.of());
        return BaselineProfiles.over(spec, table, column, Sketches.NONE);
    }

    private static Table numbers(double... values) {
        return new InMemoryTable("numbers").with("only", values);
    }

    private static double[] upTo(int last) {
        return IntStream.rangeClosed(0, last).asDoubleStream().toArray();
    }
}
