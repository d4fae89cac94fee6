package io.plumbline.domain.monitor;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Definitions of monitors as callers see them: the built-in ones, and those that users of their organization made. */
public final class MonitorDefinitions {
    private static final Pattern ID = Pattern.compile("[a-z0-9_.-]{1,128}");

    private final Resources<CustomMonitor> custom;
    private final Resources<Monitor> monitors;

    /** Over these custom definitions, and the monitors that use them. */
    public MonitorDefinitions(Resources<CustomMonitor> custom, Resources<Monitor> monitors) {
        this.custom = custom;
        this.monitors = monitors;
    }

    /**
     * The definition with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public MonitorDefinition find(Caller caller, String id) {
        return BuiltInMonitors.find(id)
                .or(() -> lookup(caller, id).map(CustomMonitor::definition))
                .orElseThrow(() -> PlumblineException.notFound("monitor definition", id));
    }

    /** All of them, the built-in ones first, then the others, oldest first. */
    public List<MonitorDefinition> list(Caller caller) {
        return Stream.concat(
                        BuiltInMonitors.all().stream(),
                        listCustom(caller).stream().map(CustomMonitor::definition))
                .toList();
    }

    /** Those that users made, with who and when, oldest first. */
    public List<CustomMonitor> listCustom(Caller caller) {
        return custom.list(caller);
    }

    /**
     * The one with this id that users made.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where it is a built-in one
     */
    public CustomMonitor findCustom(Caller caller, String id) {
        return lookup(caller, id).orElseThrow(() -> PlumblineException.notFound("monitor definition", id));
    }

    private Optional<CustomMonitor> lookup(Caller caller, String id) {
        return custom.list(caller).stream().filter(has(id)).findFirst();
    }

    private static Predicate<CustomMonitor> has(String id) {
        return each -> each.definition().id().equals(id);
    }

    /**
     * Adds what the function makes of a new header.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where its id is taken; of {@link Failure.Invalid} where it has no metrics, or
     *     an id that is not made of small letters, digits, {@code _}, {@code .} and {@code -}
     */
    public CustomMonitor add(Caller caller, Optional<Id> project, Function<Header, CustomMonitor> make) {
        return custom.add(caller, project, header -> {
            CustomMonitor made = checked(make.apply(header));
            String id = made.definition().id();
            if (BuiltInMonitors.find(id).isPresent() || lookup(caller, id).isPresent()) {
                throw new PlumblineException(new Failure.AlreadyExists("monitor definition", id));
            }
            return made;
        });
    }

    private static CustomMonitor checked(CustomMonitor made) {
        MonitorDefinition definition = made.definition();
        requireId("name", definition.id());
        definition.metrics().forEach(metric -> requireId("metrics", metric.id()));
        definition.tags().forEach(tag -> requireId("tags", tag.id()));
        if (definition.metrics().isEmpty()) {
            throw PlumblineException.invalid("metrics", "a monitor has at least one metric");
        }
        return made;
    }

    private static void requireId(String where, String id) {
        if (!ID.matcher(id).matches()) {
            throw PlumblineException.invalid(
                    where,
                    "an id has 1 to 128 small letters, digits, _, . and -, not " + (id.isEmpty() ? "nothing" : id));
        }
    }

    /**
     * Changes the definition with this id to what the function makes of it.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where the id would change, or a metric or tag that monitors may have measured
     *     would be gone, or where it is a built-in one
     */
    public CustomMonitor change(Caller caller, String id, UnaryOperator<CustomMonitor> change) {
        requireCustom(id);
        return custom.change(caller, findCustom(caller, id).id(), before -> {
            CustomMonitor after = checked(change.apply(before));
            if (!after.definition().id().equals(id)) {
                throw new PlumblineException(new Failure.Conflict("the id of a monitor definition cannot be changed"));
            }
            requireKept(caller, before.definition(), after.definition());
            return after;
        });
    }

    private void requireKept(Caller caller, MonitorDefinition before, MonitorDefinition after) {
        boolean kept = before.metrics().stream()
                        .allMatch(metric -> after.metric(metric.id()).isPresent())
                && before.tags().stream().allMatch(tag -> after.hasTag(tag.id()));
        if (!kept && isUsed(caller, before.id())) {
            throw new PlumblineException(new Failure.Conflict(
                    "there are monitors of " + before.id() + ", so none of its metrics and tags can be taken away"));
        }
    }

    private boolean isUsed(Caller caller, String id) {
        return monitors.list(caller).stream()
                .anyMatch(monitor -> monitor.definition().equals(id));
    }

    /**
     * Forgets the definition with this id.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where there are monitors of it, or it is a built-in one
     */
    public void remove(Caller caller, String id) {
        requireCustom(id);
        CustomMonitor found = findCustom(caller, id);
        if (isUsed(caller, id)) {
            throw new PlumblineException(new Failure.Conflict("there are monitors of " + id + "; remove them first"));
        }
        custom.remove(caller, found.id());
    }

    private static void requireCustom(String id) {
        if (BuiltInMonitors.find(id).isPresent()) {
            throw new PlumblineException(new Failure.Conflict("the monitor definition " + id + " is built in"));
        }
    }
}
