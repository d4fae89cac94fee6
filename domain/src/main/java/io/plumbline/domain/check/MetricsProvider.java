package io.plumbline.domain.check;

import io.plumbline.domain.Facts;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** Measures a monitor outside of this server: it is asked by a check, and tells what it found at once, or publishes it for that check. */
public interface MetricsProvider {
    /**
     * Fails where it could not be asked.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the setting; of {@link
     *     io.plumbline.domain.Failure.NotSupported} where it is of a kind that is not asked yet
     */
    void verify();

    /** How long a check waits for it, from when it was asked. */
    Duration patience();

    /**
     * Asks it. Being asked again for the same check, after the server ended meanwhile, must do no harm.
     *
     * @return what it answers: its numbers, or none where it publishes them. It fails with a
     *     {@link io.plumbline.domain.PlumblineException} that says why nothing will come; cancelling it ends the call
     */
    Future<List<Group>> ask(Question question);

    /**
     * What it is asked.
     *
     * @param check that waits for it
     * @param monitor to be measured
     * @param definition of the monitor
     * @param model that the monitor watches
     * @param datasets of the model
     * @param settings of the check, before those of the monitor
     * @param lastCheck when the check before this one was asked for that finished
     */
    record Question(
            Check check,
            Monitor monitor,
            MonitorDefinition definition,
            Model model,
            List<Dataset> datasets,
            Facts settings,
            Optional<Instant> lastCheck) {
        /** Keeps an unmodifiable copy. */
        public Question {
            datasets = List.copyOf(datasets);
        }
    }
}
