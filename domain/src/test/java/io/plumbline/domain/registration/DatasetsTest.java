package io.plumbline.domain.registration;

import static io.plumbline.domain.registration.Desk.EDITOR;
import static io.plumbline.domain.registration.RegistrationTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetsTest {
    private final Desk desk = new Desk();

    @Test
    void aReservedColumnIsRefused() {
        assertFails(Failure.Invalid.class, () -> added(Column.of("_event_time", ValueType.TEXT, ColumnRole.FEATURE)));
        assertThat(desk.datasets.list(EDITOR)).isEmpty();
    }

    @Test
    void anEmptyDatasetTakesAnyColumns() {
        Dataset dataset = added(Desk.age().columns().getFirst());
        Column words = Column.of("age", ValueType.TEXT, ColumnRole.METADATA);
        assertThat(changed(dataset, words).schema()).isEqualTo(new Schema(2, List.of(words)));
    }

    @Test
    void aDatasetWithRecordsKeepsItsColumns() {
        Dataset dataset = added(Desk.age().columns().getFirst());
        desk.append(dataset, "r-1");
        assertFails(
                Failure.Conflict.class,
                () -> changed(dataset, Column.of("income", ValueType.NUMBER, ColumnRole.FEATURE)));
        assertThat(desk.datasets.find(EDITOR, dataset.id())).isEqualTo(dataset);
    }

    @Test
    void whatRecordsHaveWidenedStaysWide() {
        Dataset dataset = added(Column.of("age", ValueType.NUMBER, ColumnRole.METADATA));
        desk.append(dataset, "r-1");
        Column age = changed(dataset, Desk.age().columns().getFirst())
                .schema()
                .column("age")
                .orElseThrow();
        assertThat(age).isEqualTo(Column.of("age", ValueType.NUMBER, ColumnRole.FEATURE));
    }

    @Test
    void aChangeThatLeavesTheColumnsLeavesTheVersion() {
        Dataset dataset = added(Desk.age().columns().getFirst());
        assertThat(changed(dataset, Desk.age().columns().getFirst()).schema()).isEqualTo(dataset.schema());
    }

    @Test
    void aDatasetWithRecordsIsNotRemovedUnlessItsRecordsMayGo() {
        Dataset dataset = added();
        desk.append(dataset, "r-1");
        assertFails(Failure.Conflict.class, () -> desk.datasets.remove(EDITOR, dataset.id()));
        desk.datasets.removeWithRecords(EDITOR, dataset.id());
        assertThat(desk.datasets.list(EDITOR)).isEmpty();
        assertThat(desk.store.count(dataset.id())).isZero();
    }

    @Test
    void whoMayOnlyReadDropsNoRecords() {
        Dataset dataset = added();
        desk.append(dataset, "r-1");
        assertFails(Failure.Forbidden.class, () -> desk.datasets.removeWithRecords(Desk.VIEWER, dataset.id()));
        assertThat(desk.store.count(dataset.id())).isOne();
    }

    private Dataset added(Column... columns) {
        return desk.datasets.add(
                EDITOR,
                Optional.empty(),
                header -> Desk.dataset(header, Optional.empty(), Kind.OTHER, new Schema(1, List.of(columns))));
    }

    private Dataset changed(Dataset dataset, Column... columns) {
        return desk.datasets.change(EDITOR, dataset.id(), kept -> kept.with(new Schema(1, List.of(columns))));
    }
}
