package io.plumbline.measures.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.binning.Edges;
import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineProfilesTest {

    @Test
    void countsOverTheDecilesOfTheBaseline() {
        Table table = new OneColumn(ColumnType.NUMBER, ProfileTest.numbers(upTo(100)));
        Profile profile = profile(table);
        assertThat(profile.spec().edges()).contains(Edges.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        assertThat(profile.asColumn()
                        .countsOver(profile.spec().edges().orElseThrow())
                        .counts())
                .containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 11);
    }

    @Test
    void decilesThatAreEqualAreOneEdge() {
        Table table = new OneColumn(ColumnType.NUMBER, ProfileTest.numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, -0.0, 5));
        assertThat(profile(table).spec().edges()).contains(Edges.of(0, 5));
    }

    @Test
    void constantAndEmptyAndTextColumnsHaveNoEdges() {
        assertThat(profile(new OneColumn(ColumnType.NUMBER, ProfileTest.numbers(3, 3)))
                        .spec()
                        .edges())
                .isEmpty();
        assertThat(profile(new OneColumn(ColumnType.NUMBER, ProfileTest.numbers()))
                        .spec()
                        .edges())
                .isEmpty();
        ColumnChunk texts = new ColumnChunk.Texts(new String[] {"a"}, new long[] {2}, 1, 0, 0);
        assertThat(profile(new OneColumn(ColumnType.TEXT, texts)).spec()).isEqualTo(ProfileSpec.of(ColumnType.TEXT));
    }

    @Test
    void sketchesAreAskedForWhereTheyFit() {
        Map<SketchKind, Integer> sketches = Map.of(SketchKind.QUANTILES, 200, SketchKind.FREQUENT_ITEMS, 64);
        Table table = new OneColumn(ColumnType.INTEGER, new ColumnChunk.Integers(new long[] {1, 2}, 2, 0, 0));
        var column = table.columns().get(0);
        var values = new ColumnBuilder(column.type());
        table.read(column, values);
        assertThat(BaselineProfiles.specFor(values.build(), sketches).sketches())
                .isEqualTo(Map.of(SketchKind.QUANTILES, 200));
    }

    private static Profile profile(Table table) {
        return BaselineProfiles.of(table, table.columns().get(0), Map.of(), Sketches.NONE);
    }

    private static double[] upTo(int last) {
        return IntStream.rangeClosed(0, last).asDoubleStream().toArray();
    }

    /** A table of one column in one chunk. */
    private record OneColumn(ColumnType type, ColumnChunk chunk) implements Table {
        @Override
        public String name() {
            return "one column";
        }

        @Override
        public List<TableColumn> columns() {
            return List.of(new TableColumn("only", type));
        }

        @Override
        public long rows() {
            return chunk.rows();
        }

        @Override
        public void read(TableColumn column, Consumer<ColumnChunk> sink) {
            sink.accept(chunk);
        }

        @Override
        public void readAligned(List<TableColumn> columns, AlignedSink sink) {
            throw new UnsupportedOperationException("not needed to profile");
        }

        @Override
        public void readPairs(TableColumn first, TableColumn second, PairSink sink) {
            throw new UnsupportedOperationException("not needed to profile");
        }

        @Override
        public long duplicateRows() {
            return 0;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
