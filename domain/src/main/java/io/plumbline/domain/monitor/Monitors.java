package io.plumbline.domain.monitor;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Schedule.Cron;
import io.plumbline.domain.resource.Resources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Monitors as callers see them. A model has at most one of each definition. */
public final class Monitors {
    private final Resources<Monitor> resources;
    private final MonitorDefinitions definitions;
    private final MonitorArchives archives;
    private final Repository<Model> models;
    private final MonitorRules rules;
    private final CronCalendar calendar;

    /** Over these monitors of these models, and the archives kept for them; the rules say which settings make sense. */
    public Monitors(
            Resources<Monitor> resources,
            MonitorDefinitions definitions,
            MonitorArchives archives,
            Repository<Model> models,
            MonitorRules rules,
            CronCalendar calendar) {
        this.resources = resources;
        this.definitions = definitions;
        this.archives = archives;
        this.models = models;
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * Adds what the function makes of a new header, in the project of the model. Limits that it does not name are those of the definition.
     *
     * @throws PlumblineException of {@link Failure.NotSupported} where there can be no monitors of this definition yet; of
     *     {@link Failure.AlreadyExists} where the model has one; of {@link Failure.Conflict} where the definition is not for models of this
     *     task; of {@link Failure.Invalid} where a limit, a setting or the schedule makes no sense
     */
    public Monitor add(Caller caller, MonitorDefinition definition, Model model, Function<Header, Monitor> make) {
        return resources.add(caller, model.header().project(), header -> {
            BuiltInMonitors.absence(definition.id()).ifPresent(reason -> {
                throw new PlumblineException(new Failure.NotSupported(reason));
            });
            requireFitting(definition, model);
            requireNone(caller, definition, model);
            Monitor made = make.apply(header);
            return checked(made.with(complete(definition, model, made.thresholds())), definition, model);
        });
    }

    private static void requireFitting(MonitorDefinition definition, Model model) {
        if (!definition.appliesTo().fits(model.task())) {
            throw new PlumblineException(
                    new Failure.Conflict(definition.id() + " monitors are not for models of the task " + model.task()));
        }
    }

    private void requireNone(Caller caller, MonitorDefinition definition, Model model) {
        boolean taken = list(caller, model.id()).stream()
                .anyMatch(monitor -> monitor.definition().equals(definition.id()));
        if (taken) {
            throw new PlumblineException(
                    new Failure.AlreadyExists(definition.id() + " monitor of the model", model.name()));
        }
    }

    private static List<Threshold> complete(MonitorDefinition definition, Model model, List<Threshold> given) {
        List<Threshold> complete = new ArrayList<>(given);
        definition.defaultThresholds(model.task()).stream()
                .filter(limit -> given.stream().noneMatch(each -> key(each).equals(key(limit))))
                .forEach(complete::add);
        return complete;
    }

    private static List<Object> key(Threshold threshold) {
        return List.of(threshold.metric(), threshold.side());
    }

    private Monitor checked(Monitor monitor, MonitorDefinition definition, Model model) {
        checkThresholds(monitor.thresholds(), definition);
        monitor.schedule().ifPresent(this::checkSchedule);
        rules.check(monitor, model);
        return monitor;
    }

    private static void checkThresholds(List<Threshold> thresholds, MonitorDefinition definition) {
        Set<List<Object>> keys = new HashSet<>();
        for (Threshold threshold : thresholds) {
            if (definition.metric(threshold.metric()).isEmpty()) {
                throw PlumblineException.invalid(
                        "thresholds",
                        "a threshold names " + threshold.metric() + ", which is no metric of " + definition.id()
                                + "; it has " + metrics(definition));
            }
            if (!keys.add(key(threshold))) {
                throw PlumblineException.invalid(
                        "thresholds",
                        "there are two thresholds of " + threshold.metric() + " on the side " + threshold.side());
            }
        }
    }

    private static String metrics(MonitorDefinition definition) {
        return definition.metrics().stream().map(MonitorDefinition.Metric::id).collect(Collectors.joining(", "));
    }

    /** A calendar that cannot tell the next time says why. */
    private void checkSchedule(Schedule schedule) {
        if (schedule.recurrence() instanceof Cron cron) {
            calendar.check(cron);
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

    /**
     * Changes the monitor with this id to what the function makes of it; a function that fails changes nothing.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where a limit, a setting or the schedule makes no sense
     */
    public Monitor change(Caller caller, Id id, UnaryOperator<Monitor> change) {
        return resources.change(caller, id, before -> {
            Monitor after = change.apply(before);
            Model model = models.find(caller.organization(), after.model())
                    .orElseThrow(() -> PlumblineException.notFound("model", after.model()));
            return checked(after, definitions.find(caller, after.definition()), model);
        });
    }

    /** Forgets the monitor with this id and the archive that was kept for it. What it measured stays in the history. */
    public void remove(Caller caller, Id id) {
        Monitor removed = resources.remove(caller, id);
        archives.remove(caller, removed.model(), removed.definition());
    }

    /** Forgets all monitors of this model and all archives that were kept for them, or for some to come. */
    public void removeAll(Caller caller, Id model) {
        list(caller, model).forEach(monitor -> remove(caller, monitor.id()));
        archives.removeAll(caller, model);
    }
}
