package io.plumbline.domain.registration;

import static io.plumbline.domain.registration.Desk.EDITOR;
import static io.plumbline.domain.registration.Desk.VIEWER;
import static io.plumbline.domain.registration.RegistrationTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Failure;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.BuiltInMonitors;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorsTest {
    private static final MonitorDefinition QUALITY =
            BuiltInMonitors.find("quality").orElseThrow();

    private final Desk desk = new Desk();

    @Test
    void aModelHasOneMonitorOfEachDefinition() {
        Model model = desk.registered();
        Monitor quality = desk.monitored(model, "quality");
        Monitor drift = desk.monitored(model, "drift");
        assertFails(Failure.AlreadyExists.class, () -> desk.monitored(model, "quality"));
        Monitor other = desk.monitored(desk.registered(), "quality");
        assertThat(desk.monitors.list(EDITOR, model.id())).containsExactlyInAnyOrder(quality, drift);
        assertThat(desk.monitors.list(EDITOR)).containsExactlyInAnyOrder(quality, drift, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explainability", "mrm"})
    void whatCannotBeMeasuredIsNotEnabled(String definition) {
        Model model = desk.registered();
        assertFails(Failure.NotSupported.class, () -> desk.monitored(model, definition));
        assertThat(desk.monitors.list(EDITOR)).isEmpty();
    }

    @Test
    void nothingIsMadeForWhoMayOnlyRead() {
        Model model = desk.registered();
        AtomicBoolean made = new AtomicBoolean();
        assertFails(
                Failure.Forbidden.class,
                () -> desk.monitors.add(VIEWER, QUALITY, model, header -> {
                    made.set(true);
                    return new Monitor(header, "quality", model.id(), "", Document.EMPTY);
                }));
        assertThat(made).isFalse();
    }

    @Test
    void aMonitorIsChangedAndForgotten() {
        Monitor monitor = desk.monitored(desk.registered(), "quality");
        Monitor changed = desk.monitors.change(
                EDITOR,
                monitor.id(),
                before -> new Monitor(before.header(), "quality", before.model(), "ada", before.attributes()));
        assertThat(desk.monitors.find(EDITOR, monitor.id())).isEqualTo(changed);
        assertThat(changed.managedBy()).isEqualTo("ada");
        assertThat(changed.header().revision()).isEqualTo(2);
        desk.monitors.remove(EDITOR, monitor.id());
        assertFails(Failure.NotFound.class, () -> desk.monitors.find(EDITOR, monitor.id()));
    }
}
