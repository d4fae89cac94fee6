package io.plumbline.domain.monitor;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Monitors as callers see them. A model has at most one of each definition. */
public final class Monitors {
    private final Resources<Monitor> resources;

    /** Over these monitors. */
    public Monitors(Resources<Monitor> resources) {
        this.resources = resources;
    }

    /**
     * Adds what the function makes of a new header, in the project of the model.
     *
     * @throws PlumblineException of {@link Failure.NotSupported} where there can be no monitors of this definition yet; of
     *     {@link Failure.AlreadyExists} where the model has one
     */
    public Monitor add(Caller caller, MonitorDefinition definition, Model model, Function<Header, Monitor> make) {
        return resources.add(caller, model.header().project(), header -> {
            BuiltInMonitors.absence(definition.id()).ifPresent(reason -> {
                throw new PlumblineException(new Failure.NotSupported(reason));
            });
            requireNone(caller, definition, model);
            return make.apply(header);
        });
    }

    private void requireNone(Caller caller, MonitorDefinition definition, Model model) {
        boolean taken = list(caller, model.id()).stream()
                .anyMatch(monitor -> monitor.definition().equals(definition.id()));
        if (taken) {
            throw new PlumblineException(
                    new Failure.AlreadyExists(definition.id() + " monitor of the model", model.name()));
        }
    }

    /**
     * The monitor with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Monitor find(Caller caller, Id id) {
        return resources.find(caller, id);
    }

    /** All that the caller may read, oldest first. */
    public List<Monitor> list(Caller caller) {
        return resources.list(caller);
    }

    /** All of this model that the caller may read, oldest first. */
    public List<Monitor> list(Caller caller, Id model) {
        return list(caller).stream()
                .filter(monitor -> monitor.model().equals(model))
                .toList();
    }

    /** Changes the monitor with this id to what the function makes of it; a function that fails changes nothing. */
    public Monitor change(Caller caller, Id id, UnaryOperator<Monitor> change) {
        return resources.change(caller, id, change);
    }

    /** Forgets the monitor with this id. */
    public void remove(Caller caller, Id id) {
        resources.remove(caller, id);
    }

    /** Forgets all monitors of this model. */
    public void removeAll(Caller caller, Id model) {
        list(caller, model).forEach(monitor -> remove(caller, monitor.id()));
    }
}
