package io.plumbline.domain.registration;

import static io.plumbline.domain.registration.Desk.EDITOR;
import static io.plumbline.domain.registration.Desk.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.measures.table.ColumnRole;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final Column INCOME = Column.of("income", ValueType.NUMBER, ColumnRole.FEATURE);
    private static final Column AGE_IN_WORDS = Column.of("age", ValueType.TEXT, ColumnRole.FEATURE);

    private final Desk desk = new Desk();

    @Test
    void aModelComesWithTheDatasetOfItsProductionRecords() {
        Model model = desk.registered();
        Dataset production = desk.registration.production(EDITOR, model.id()).orElseThrow();
        assertThat(production.model()).contains(model.id());
        assertThat(production.schema()).isEqualTo(Desk.age());
        assertThat(desk.audited).containsExactly("add dataset", "add model");
    }

    @Test
    void aModelThatCannotBeKeptLeavesNoDatasetBehind() {
        desk.modelRepository.breakDown();
        assertThatThrownBy(desk::registered).hasMessageContaining("broken");
        assertThat(desk.datasets.list(EDITOR)).isEmpty();
    }

    @Test
    void aDatasetThatCannotBeKeptLeavesNoModelBehind() {
        desk.datasetRepository.breakDown();
        assertThatThrownBy(desk::registered).hasMessageContaining("broken");
        assertThat(desk.registration.list(EDITOR)).isEmpty();
    }

    @Test
    void aChangeOfTheModelReachesTheDataset() {
        Model model = desk.registered();
        change(model, Desk.age().columns().getFirst(), INCOME);
        Dataset production = desk.registration.production(EDITOR, model.id()).orElseThrow();
        assertThat(production.schema().column("income")).contains(INCOME);
    }

    @Test
    void aChangeThatTheRecordsDoNotFitChangesNothing() {
        Model model = desk.registered();
        Dataset production = desk.registration.production(EDITOR, model.id()).orElseThrow();
        desk.append(production, "r-1");
        assertFails(Failure.Conflict.class, () -> change(model, AGE_IN_WORDS));
        assertThat(desk.registration.find(EDITOR, model.id())).isEqualTo(model);
        assertThat(desk.datasets.find(EDITOR, production.id())).isEqualTo(production);
    }

    @Test
    void aModelThatCannotBeChangedLeavesTheDatasetAsItWas() {
        Model model = desk.registered();
        desk.modelRepository.breakDown();
        assertThatThrownBy(() -> change(model, INCOME)).hasMessageContaining("broken");
        assertThat(desk.registration
                        .production(EDITOR, model.id())
                        .orElseThrow()
                        .schema()
                        .columns())
                .isEqualTo(Desk.age().columns());
    }

    @Test
    void removingAModelTakesItsEmptyDatasetsAlong() {
        Model model = desk.registered();
        desk.feedback(model);
        desk.registration.remove(EDITOR, model.id());
        assertThat(desk.registration.list(EDITOR)).isEmpty();
        assertThat(desk.datasets.list(EDITOR)).isEmpty();
    }

    @Test
    void removingAModelKeepsRecords() {
        Model model = desk.registered();
        Dataset feedback = desk.feedback(model);
        desk.append(feedback, "r-1");
        desk.registration.remove(EDITOR, model.id());
        assertThat(desk.datasets.list(EDITOR)).containsExactly(feedback);
        assertThat(desk.store.count(feedback.id())).isOne();
    }

    @Test
    void removingAModelWithItsRecordsLeavesNothing() {
        Model model = desk.registered();
        Dataset feedback = desk.feedback(model);
        desk.append(feedback, "r-1");
        desk.registration.removeWithRecords(EDITOR, model.id());
        assertThat(desk.datasets.list(EDITOR)).isEmpty();
        assertThat(desk.store.count(feedback.id())).isZero();
    }

    @Test
    void removingAModelTakesItsMonitorsAlong() {
        Model kept = desk.registered();
        Monitor other = desk.monitored(kept, "quality");
        Model model = desk.registered();
        desk.monitored(model, "quality");
        desk.monitored(model, "drift");
        desk.registration.remove(EDITOR, model.id());
        assertThat(desk.monitors.list(EDITOR)).containsExactly(other);
        desk.registration.removeWithRecords(EDITOR, kept.id());
        assertThat(desk.monitors.list(EDITOR)).isEmpty();
    }

    @Test
    void removingAModelTakesItsBaselinesAlongWithTheirProfiles() {
        Baseline other = desk.baseline(desk.registered());
        Model model = desk.registered();
        Baseline gone = desk.baseline(model);
        desk.registration.remove(EDITOR, model.id());
        assertThat(desk.baselines.list(EDITOR)).containsExactly(other);
        assertThat(desk.baselineProfiles.find(gone.id())).isEmpty();
        assertThat(desk.baselineProfiles.find(other.id())).isPresent();
    }

    @Test
    void aBaselineIsMadeOfADatasetOfItsModel() {
        Model model = desk.registered();
        Dataset strange = desk.feedback(desk.registered());
        assertFails(Failure.Invalid.class, () -> desk.baseline(model, strange));
        assertThat(desk.baselines.list(EDITOR)).isEmpty();
    }

    @Test
    void whoMayOnlyReadRemovesNothing() {
        Model model = desk.registered();
        desk.append(desk.feedback(model), "r-1");
        assertFails(Failure.Forbidden.class, () -> desk.registration.removeWithRecords(VIEWER, model.id()));
        assertThat(desk.datasets.list(EDITOR)).hasSize(2);
    }

    private void change(Model model, Column... columns) {
        desk.registration.change(
                EDITOR,
                model.id(),
                before -> new Model(
                        before.header(),
                        before.name(),
                        before.version(),
                        before.task(),
                        before.schema().next(List.of(columns)),
                        Optional.empty(),
                        Optional.empty(),
                        before.attributes()),
                (after, dataset) -> dataset.with(new Schema(1, after.schema().columns())));
    }

    static void assertFails(Class<? extends Failure> failure, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        thrown -> assertThat(thrown.failure()).isInstanceOf(failure));
    }
}
