package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps models that were logged. Each call that changes something is one durable transaction. */
public interface LoggedModelStore {
    /** Keeps a new model. */
    void add(LoggedModel model);

    /** The model of this organization with this id, deleted or not. */
    Optional<LoggedModel> find(Id organization, Id id);

    /**
     * Changes a model to what the function makes of it, which must be quick and do nothing else.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound}
     */
    LoggedModel change(Id organization, Id id, UnaryOperator<LoggedModel> change);

    /** A page of the models that meet a query and are not deleted. */
    Page<LoggedModel> search(Id organization, LoggedModelQuery query);

    /**
     * Forgets some of the models of an experiment for good, and which runs made them.
     *
     * @return whether there were any
     */
    boolean removePart(Id organization, Id experiment);

    /** Notes that a run made a model, at a step; once for each model. */
    void addOutput(Id run, Output output);

    /** The models that these runs made, by run; nothing for those that made none. */
    Map<Id, List<Output>> outputs(Collection<Id> runs);

    /**
     * A model that a run made.
     *
     * @param model its id
     * @param step of the run
     */
    record Output(Id model, long step) {}
}
