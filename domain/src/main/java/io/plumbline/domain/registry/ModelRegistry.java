package io.plumbline.domain.registry;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps registered models and their versions. Each call that changes something is one durable transaction. */
public interface ModelRegistry {
    /**
     * Keeps a new model without versions.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where the organization has one of the name
     */
    void add(RegisteredModel model);

    /** The model of this organization with this name. */
    Optional<RegisteredModel> find(Id organization, String name);

    /**
     * Changes name, description, tags or aliases of a model to what the function makes of it, which must be quick and do nothing else.
     *
     * @throws PlumblineException of {@link Failure.NotFound}; of {@link Failure.AlreadyExists} where the new name is taken
     */
    RegisteredModel change(Id organization, String name, UnaryOperator<RegisteredModel> change);

    /**
     * Forgets a model with all its versions.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    void remove(Id organization, String name);

    /** A page of the models that meet a query. */
    Page<RegisteredModel> search(Id organization, ModelQuery query);

    /**
     * Keeps a new version, under the number after the highest that was ever given.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where there is no such model
     */
    ModelVersion addVersion(ModelVersion version);

    /** A version of a model. */
    Optional<ModelVersion> version(Id organization, String model, int version);

    /**
     * Changes description, stage or tags of a version to what the function makes of it, which must be quick and do nothing else.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    ModelVersion changeVersion(Id organization, String model, int version, UnaryOperator<ModelVersion> change);

    /**
     * Puts a version into a stage, and those that are in it into the archive, at once.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    ModelVersion succeed(Id organization, String model, int version, Stage stage, Instant now);

    /**
     * Forgets a version, and the aliases that stand for it.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    void removeVersion(Id organization, String model, int version);

    /** A page of the versions that meet a query. */
    Page<ModelVersion> searchVersions(Id organization, VersionQuery query);

    /** The highest version in each of these stages. */
    List<ModelVersion> latest(Id organization, String model, List<Stage> stages);
}
