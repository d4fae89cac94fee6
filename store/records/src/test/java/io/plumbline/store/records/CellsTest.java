package io.plumbline.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.measures.table.ColumnRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final ProfileSpec NUMBER = ProfileSpec.of(ColumnType.NUMBER);
    private static final Schema SCHEMA = new Schema(
            1,
            List.of(
                    Column.of("x", ValueType.NUMBER, ColumnRole.FEATURE),
                    Column.of("y", ValueType.NUMBER, ColumnRole.FEATURE)));

    private static ProfileCell cell(String column, ProfileSpec spec, double... values) {
        ProfileBuilder builder = new ProfileBuilder(spec, Sketches.NONE);
        builder.add(new ColumnChunk.Numbers(values, values.length, 0, 0));
        return new ProfileCell(column, Instant.EPOCH, builder.build());
    }

    private static List<ProfileCell> filled(ProfileCell... cells) {
        Cells merged = Cells.merged(List.of(cells));
        merged.fill(SCHEMA, (schema, rows) -> new FakeProfiler().profile(StoreFixture.DATASET, schema, rows));
        return merged.list();
    }

    @Test
    void countsAsMissingWhatAColumnLacks() {
        List<ProfileCell> cells = filled(cell("x", NUMBER, 1, 2), cell("x", NUMBER, 3), cell("y", NUMBER, 4, 5));
        assertThat(cells).extracting(ProfileCell::column).containsExactly("x", "y");
        assertThat(cells).allMatch(cell -> cell.profile().tally().rows() == 3);
        assertThat(cells.getLast().profile().tally().missing()).isEqualTo(1);
        assertThat(cells.getLast().profile().asColumn().moments().max()).isEqualTo(5);
    }

    @Test
    void hasColumnsThatNoFileHad() {
        List<ProfileCell> cells = filled(cell("x", NUMBER, 1, 2, 3, 4, 5));
        assertThat(cells).extracting(ProfileCell::column).containsExactly("x", "y");
        assertThat(cells.getLast().profile().tally().missing()).isEqualTo(5);
    }

    @Test
    void profilesNothingWhereNothingLacks() {
        Cells merged = Cells.merged(List.of(cell("x", NUMBER, 1), cell("y", NUMBER, 2)));
        merged.fill(SCHEMA, (schema, rows) -> {
            throw new AssertionError("a row was profiled");
        });
        assertThat(merged.list()).hasSize(2);
    }

    @Test
    void fitWhereTheyCanBeMergedAndAreOfTheTypesOfNow() {
        ProfileCell number = cell("x", NUMBER, 1);
        ProfileCell gone = cell("gone", NUMBER, 1);
        assertThat(Cells.fit(List.of(number, number, gone), SCHEMA)).isTrue();
        ProfileCell counted = cell("x", NUMBER.withEdges(Edges.of(0, 1)), 1);
        assertThat(Cells.fit(List.of(number, counted), SCHEMA)).isFalse();
        Schema widened = SCHEMA.next(List.of(Column.of("x", ValueType.TEXT, ColumnRole.FEATURE)));
        assertThat(Cells.fit(List.of(number), widened)).isFalse();
    }
}
