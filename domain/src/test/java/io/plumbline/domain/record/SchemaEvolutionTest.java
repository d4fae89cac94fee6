package io.plumbline.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
    private static final Schema AGE = new Schema(1, List.of(Column.of("age", ValueType.INTEGER, ColumnRole.FEATURE)));

    @Test
    void aFittingBatchLeavesTheSchemaAsItIs() {
        assertThat(SchemaEvolution.grow(AGE, Growth.FIXED, batch(integers("age"))))
                .isSameAs(AGE);
    }

    @Test
    void aNewColumnIsTakenUpWhereTheDatasetGrows() {
        Schema grown = SchemaEvolution.grow(AGE, Growth.GROWING, batch(integers("age"), numbers("income")));
        assertThat(grown.version()).isEqualTo(2);
        assertThat(grown.column("income").orElseThrow().type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void aNewColumnIsRefusedByNameWhereItDoesNot() {
        assertThatThrownBy(() -> SchemaEvolution.grow(AGE, Growth.FIXED, batch(numbers("income"))))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("income");
    }

    @Test
    void wholeNumbersWidenAndKeepTheirRole() {
        Column age = SchemaEvolution.grow(AGE, Growth.FIXED, batch(numbers("age")))
                .column("age")
                .orElseThrow();
        assertThat(age.type()).isEqualTo(ValueType.NUMBER);
        assertThat(age.role()).isEqualTo(ColumnRole.FEATURE);
    }

    @Test
    void anotherTypeIsRefusedByName() {
        BatchColumn texts = new BatchColumn.Texts("age", ValueType.TEXT, new String[] {"old"}, new BitSet());
        assertThatThrownBy(() -> SchemaEvolution.grow(AGE, Growth.GROWING, batch(texts)))
                .hasMessage("the column age is of type integer and takes no text");
    }

    @Test
    void aReservedNameIsRefused() {
        assertThatThrownBy(() -> SchemaEvolution.grow(AGE, Growth.GROWING, batch(numbers("_event_time"))))
                .hasMessageContaining("reserved");
    }

    @Test
    void wholeNumbersBecomeTheTypeOfTheSchema() {
        Schema wide = new Schema(2, List.of(AGE.columns().getFirst().as(ValueType.NUMBER)));
        BatchColumn column =
                SchemaEvolution.conform(batch(integers("age")), wide).columns().getFirst();
        assertThat(column)
                .isInstanceOfSatisfying(
                        BatchColumn.Numbers.class,
                        numbers -> assertThat(numbers.values()).containsExactly(7.0));
    }

    private static BatchColumn integers(String name) {
        return new BatchColumn.Integers(name, new long[] {7}, new BitSet());
    }

    private static BatchColumn numbers(String name) {
        return new BatchColumn.Numbers(name, new double[] {7.5}, new BitSet());
    }

    private static RecordBatch batch(BatchColumn... columns) {
        return new RecordBatch(new String[] {"a-1"}, new long[] {0}, Optional.empty(), List.of(columns));
    }
}
