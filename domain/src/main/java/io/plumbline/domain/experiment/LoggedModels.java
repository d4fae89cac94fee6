package io.plumbline.domain.experiment;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Models that were logged, as callers see them. */
public final class LoggedModels {
    private static final String WHAT = "logged model";

    private final LoggedModelStore store;
    private final Experiments experiments;
    private final RunReading runs;
    private final Ids ids;
    private final InstantSource clock;

    /** Over this store. */
    public LoggedModels(
            LoggedModelStore store, Experiments experiments, RunReading runs, Ids ids, InstantSource clock) {
        this.store = store;
        this.experiments = experiments;
        this.runs = runs;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a model, which waits for its files. */
    public LoggedModel add(Caller caller, Draft draft) {
        requireWrite(caller);
        Experiment experiment = experiments.find(caller, draft.experiment());
        draft.run().ifPresent(run -> runs.find(caller, run));
        Instant now = clock.instant();
        LoggedModel model = new LoggedModel(
                ids.next(),
                caller.organization(),
                experiment.id(),
                experiment.number(),
                draft.name(),
                draft.type(),
                draft.run(),
                LoggedModel.Status.PENDING,
                now,
                now,
                Optional.empty(),
                draft.params(),
                draft.tags());
        store.add(model);
        return model;
    }

    /**
     * A model to be made.
     *
     * @param experiment it belongs to
     * @param name may be empty
     * @param type may be empty
     * @param run that makes it
     * @param params by key
     * @param tags by key
     */
    public record Draft(
            Id experiment,
            String name,
            String type,
            Optional<Id> run,
            SortedMap<String, String> params,
            SortedMap<String, String> tags) {}

    /**
     * The model with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound}, also where it is deleted
     */
    public LoggedModel find(Caller caller, Id id) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
        return store.find(caller.organization(), id)
                .filter(model -> model.deletedAt().isEmpty())
                .orElseThrow(() -> PlumblineException.notFound(WHAT, id));
    }

    /** A page of the models that meet a query. */
    public Page<LoggedModel> search(Caller caller, LoggedModelQuery query) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
        return store.search(caller.organization(), query);
    }

    /** Says how far a model is. */
    public LoggedModel finish(Caller caller, Id id, LoggedModel.Status status) {
        Instant now = clock.instant();
        return change(caller, id, model -> model.at(status, now));
    }

    /** Adds params and tags, beside those of other keys. */
    public LoggedModel add(Caller caller, Id id, SortedMap<String, String> params, SortedMap<String, String> tags) {
        Instant now = clock.instant();
        return change(caller, id, model -> model.with(joined(model.params(), params), joined(model.tags(), tags), now));
    }

    /** Takes a tag from a model, where it has it. */
    public LoggedModel untag(Caller caller, Id id, String key) {
        Instant now = clock.instant();
        return change(caller, id, model -> {
            SortedMap<String, String> rest = new TreeMap<>(model.tags());
            rest.remove(key);
            return model.with(model.params(), rest, now);
        });
    }

    /** Deletes a model. */
    public void delete(Caller caller, Id id) {
        Instant now = clock.instant();
        change(caller, id, model -> model.deleted(now));
    }

    /** Notes that a run made these models. */
    public void addOutputs(Caller caller, Id run, List<LoggedModelStore.Output> outputs) {
        requireWrite(caller);
        runs.find(caller, run);
        outputs.forEach(output -> find(caller, output.model()));
        outputs.forEach(output -> store.addOutput(run, output));
    }

    /** The models that these runs made, by run; nothing for those that made none. */
    public Map<Id, List<LoggedModelStore.Output>> outputs(Caller caller, Collection<Id> runs) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
        return store.outputs(runs);
    }

    private LoggedModel change(Caller caller, Id id, UnaryOperator<LoggedModel> change) {
        find(caller, id);
        requireWrite(caller);
        return store.change(caller.organization(), id, change);
    }

    private static SortedMap<String, String> joined(SortedMap<String, String> old, SortedMap<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(old);
        all.putAll(more);
        return all;
    }

    private static void requireWrite(Caller caller) {
        caller.require(Permission.EXPERIMENT_WRITE, Optional.empty());
    }
}
