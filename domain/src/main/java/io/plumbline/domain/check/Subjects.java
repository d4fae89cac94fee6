package io.plumbline.domain.check;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.BuiltInMonitors;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import java.util.List;
import java.util.Optional;

/** Finds what checks look at. Nobody asks here on behalf of a caller: who started a check was allowed to. */
public final class Subjects {
    private final Repository<Monitor> monitors;
    private final Repository<CustomMonitor> custom;
    private final Repository<Model> models;
    private final Repository<Dataset> datasets;

    /** Among these. */
    public Subjects(
            Repository<Monitor> monitors,
            Repository<CustomMonitor> custom,
            Repository<Model> models,
            Repository<Dataset> datasets) {
        this.monitors = monitors;
        this.custom = custom;
        this.models = models;
        this.datasets = datasets;
    }

    Monitor monitor(Id organization, Id id) {
        return monitors.find(organization, id).orElseThrow(() -> PlumblineException.notFound("monitor", id));
    }

    Optional<Model> findModel(Monitor monitor) {
        return models.find(monitor.header().organization(), monitor.model());
    }

    Model model(Monitor monitor) {
        return findModel(monitor).orElseThrow(() -> PlumblineException.notFound("model", monitor.model()));
    }

    MonitorDefinition definition(Monitor monitor) {
        return BuiltInMonitors.find(monitor.definition())
                .or(() -> custom(monitor).map(CustomMonitor::definition))
                .orElseThrow(() -> PlumblineException.notFound("monitor definition", monitor.definition()));
    }

    private Optional<CustomMonitor> custom(Monitor monitor) {
        return custom.list(monitor.header().organization()).stream()
                .filter(each -> each.definition().id().equals(monitor.definition()))
                .findFirst();
    }

    /** The datasets of this model, oldest first. */
    List<Dataset> datasets(Model model) {
        return datasets.list(model.header().organization()).stream()
                .filter(dataset -> dataset.model().equals(Optional.of(model.id())))
                .toList();
    }
}
