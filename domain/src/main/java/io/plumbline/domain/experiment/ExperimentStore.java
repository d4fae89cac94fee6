package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Keeps experiments. Each call that changes something is one durable transaction. */
public interface ExperimentStore {
    /**
     * Keeps a new experiment and gives it its number; that of the argument does not matter.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.AlreadyExists} where the organization has one of
     *     the name, also in the bin
     */
    Experiment add(Experiment experiment);

    /** The experiment of this organization with this id, in the bin or not. */
    Optional<Experiment> find(Id organization, Id id);

    /** The experiment of this organization with this number, in the bin or not. */
    Optional<Experiment> numbered(Id organization, long number);

    /** The experiment of this organization with this name, in the bin or not. */
    Optional<Experiment> named(Id organization, String name);

    /**
     * Changes name, note, lifecycle, times or tags of an experiment to what the function makes of it, which must be quick and do nothing else.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound}; of
     *     {@link io.plumbline.domain.Failure.AlreadyExists} where the new name is taken
     */
    Experiment change(Id organization, Id id, UnaryOperator<Experiment> change);

    /**
     * A page of those that meet a query.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} for a token that is none of this query's
     */
    Page<Experiment> search(Id organization, ExperimentQuery query);

    /** The keys of all tags of active experiments, in order. */
    List<String> tagKeys(Id organization);

    /** The distinct values of a tag of active experiments, in order, at most {@link FacetValues#MOST}. */
    List<String> tagValues(Id organization, String key);

    /** Which of these experiments the user has starred. */
    Set<Id> starred(Id user, Set<Id> experiments);

    /** Stars an experiment for a user, once. */
    void star(Id user, Id experiment);

    /** Takes the star back, where there is one. */
    void unstar(Id user, Id experiment);

    /** Forgets an experiment in the bin that has no runs for good, with tags and stars; one that is not there stays. */
    void remove(Id organization, Id id);
}
