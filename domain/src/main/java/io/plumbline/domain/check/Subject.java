package io.plumbline.domain.check;

import io.plumbline.domain.Facts;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import java.util.List;
import java.util.Optional;

/**
 * What a check looks at.
 *
 * @param monitor that is run
 * @param definition of the monitor
 * @param model that it watches
 * @param datasets of the model
 * @param window of event time
 * @param settings of the check, before those of the monitor
 */
public record Subject(
        Monitor monitor,
        MonitorDefinition definition,
        Model model,
        List<Dataset> datasets,
        Window window,
        Facts settings) {
    /** Keeps an unmodifiable copy. */
    public Subject {
        datasets = List.copyOf(datasets);
    }

    /** The first dataset of this kind. */
    public Optional<Dataset> dataset(Dataset.Kind kind) {
        return datasets.stream().filter(dataset -> dataset.kind() == kind).findFirst();
    }
}
