package io.plumbline.domain.registry;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Registered models as callers see them. They belong to the organization as a whole. Every change is in the audit log, under the model's id. */
public final class Registry {
    private static final String WHAT = "registered model";
    private static final String VERSION = "model version";

    private final ModelRegistry store;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    /** Over this store. */
    public Registry(ModelRegistry store, AuditLog audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers a name.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists}
     */
    public RegisteredModel add(Caller caller, String name, String description, SortedMap<String, String> tags) {
        requireWrite(caller);
        Instant now = clock.instant();
        RegisteredModel model = new RegisteredModel(
                ids.next(), caller.organization(), name, description, caller.name(), now, now, tags, new TreeMap<>());
        store.add(model);
        audit.append(caller, "add", WHAT, model.id());
        return model;
    }

    /**
     * The model with this name.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public RegisteredModel find(Caller caller, String name) {
        requireRead(caller);
        return store.find(caller.organization(), name).orElseThrow(() -> PlumblineException.notFound(WHAT, name));
    }

    /** A page of the models that meet a query. */
    public Page<RegisteredModel> search(Caller caller, ModelQuery query) {
        requireRead(caller);
        return store.search(caller.organization(), query);
    }

    /**
     * Gives a model another name.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where the name is taken
     */
    public RegisteredModel rename(Caller caller, String name, String newName) {
        return change(caller, name, "rename", model -> model.named(newName));
    }

    /** Describes a model. */
    public RegisteredModel describe(Caller caller, String name, String description) {
        return change(caller, name, "change", model -> model.described(description));
    }

    /** Gives a model a tag. */
    public RegisteredModel tag(Caller caller, String name, String key, String value) {
        return change(caller, name, "tag", model -> {
            SortedMap<String, String> tags = new TreeMap<>(model.tags());
            tags.put(key, value);
            return model.tagged(tags);
        });
    }

    /** Takes a tag from a model, where it has it. */
    public RegisteredModel untag(Caller caller, String name, String key) {
        return change(caller, name, "untag", model -> {
            SortedMap<String, String> tags = new TreeMap<>(model.tags());
            tags.remove(key);
            return model.tagged(tags);
        });
    }

    /** Lets an alias stand for a version, and no longer for another. */
    public RegisteredModel alias(Caller caller, String name, String alias, int version) {
        version(caller, name, version);
        return change(caller, name, "alias", model -> {
            SortedMap<String, Integer> aliases = new TreeMap<>(model.aliases());
            aliases.put(alias, version);
            return model.aliased(aliases);
        });
    }

    /** Takes an alias from a model, where it has it. */
    public RegisteredModel unalias(Caller caller, String name, String alias) {
        return change(caller, name, "unalias", model -> {
            SortedMap<String, Integer> aliases = new TreeMap<>(model.aliases());
            aliases.remove(alias);
            return model.aliased(aliases);
        });
    }

    /** Forgets a model with all its versions. */
    public void remove(Caller caller, String name) {
        RegisteredModel model = find(caller, name);
        requireWrite(caller);
        store.remove(caller.organization(), name);
        audit.append(caller, "remove", WHAT, model.id());
    }

    /** Makes a version. */
    public ModelVersion addVersion(Caller caller, VersionDraft draft) {
        RegisteredModel model = find(caller, draft.model());
        requireWrite(caller);
        ModelVersion added = store.addVersion(made(caller, draft));
        audit.append(caller, "add version", WHAT, model.id());
        return added;
    }

    private ModelVersion made(Caller caller, VersionDraft draft) {
        Instant now = clock.instant();
        return new ModelVersion(
                caller.organization(),
                draft.model(),
                0,
                draft.description(),
                draft.source(),
                draft.run(),
                draft.runLink(),
                draft.loggedModel(),
                Stage.NONE,
                caller.name(),
                now,
                now,
                draft.tags());
    }

    /**
     * A version of a model.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public ModelVersion version(Caller caller, String name, int version) {
        requireRead(caller);
        return store.version(caller.organization(), name, version)
                .orElseThrow(() -> PlumblineException.notFound(VERSION, name + " " + version));
    }

    /**
     * The version that an alias stands for.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where the model has no such alias
     */
    public ModelVersion aliased(Caller caller, String name, String alias) {
        Integer version = find(caller, name).aliases().get(alias);
        if (version == null) {
            throw PlumblineException.invalid("alias", "the registered model " + name + " has no alias " + alias);
        }
        return version(caller, name, version);
    }

    /** A page of the versions that meet a query. */
    public Page<ModelVersion> searchVersions(Caller caller, VersionQuery query) {
        requireRead(caller);
        return store.searchVersions(caller.organization(), query);
    }

    /** The highest version in each of these stages. */
    public List<ModelVersion> latest(Caller caller, String name, List<Stage> stages) {
        find(caller, name);
        return store.latest(caller.organization(), name, stages);
    }

    /** Describes a version. */
    public ModelVersion describeVersion(Caller caller, String name, int version, String description) {
        return changeVersion(caller, name, version, "change version", found -> found.described(description));
    }

    /** Gives a version a tag. */
    public ModelVersion tagVersion(Caller caller, String name, int version, String key, String value) {
        return changeVersion(caller, name, version, "tag version", found -> {
            SortedMap<String, String> tags = new TreeMap<>(found.tags());
            tags.put(key, value);
            return found.tagged(tags);
        });
    }

    /** Takes a tag from a version, where it has it. */
    public ModelVersion untagVersion(Caller caller, String name, int version, String key) {
        return changeVersion(caller, name, version, "untag version", found -> {
            SortedMap<String, String> tags = new TreeMap<>(found.tags());
            tags.remove(key);
            return found.tagged(tags);
        });
    }

    /** Puts a version into a stage, beside others that are in it. */
    public ModelVersion move(Caller caller, String name, int version, Stage stage) {
        return changeVersion(caller, name, version, "move version", found -> found.in(stage));
    }

    /** Puts a version into a stage, and those that are in it into the archive. */
    public ModelVersion succeed(Caller caller, String name, int version, Stage stage) {
        RegisteredModel model = find(caller, name);
        requireWrite(caller);
        ModelVersion moved = store.succeed(caller.organization(), name, version, stage, clock.instant());
        audit.append(caller, "move version", WHAT, model.id());
        return moved;
    }

    /** Forgets a version, and the aliases that stand for it. */
    public void removeVersion(Caller caller, String name, int version) {
        RegisteredModel model = find(caller, name);
        requireWrite(caller);
        store.removeVersion(caller.organization(), name, version);
        audit.append(caller, "remove version", WHAT, model.id());
    }

    private RegisteredModel change(Caller caller, String name, String action, UnaryOperator<RegisteredModel> change) {
        find(caller, name);
        requireWrite(caller);
        Instant now = clock.instant();
        RegisteredModel changed = store.change(
                caller.organization(), name, model -> change.apply(model).updated(now));
        audit.append(caller, action, WHAT, changed.id());
        return changed;
    }

    private ModelVersion changeVersion(
            Caller caller, String name, int version, String action, UnaryOperator<ModelVersion> change) {
        RegisteredModel model = find(caller, name);
        requireWrite(caller);
        Instant now = clock.instant();
        ModelVersion changed = store.changeVersion(
                caller.organization(),
                name,
                version,
                found -> change.apply(found).updated(now));
        audit.append(caller, action, WHAT, model.id());
        return changed;
    }

    private static void requireRead(Caller caller) {
        caller.require(Permission.REGISTRY_READ, Optional.empty());
    }

    private static void requireWrite(Caller caller) {
        caller.require(Permission.REGISTRY_WRITE, Optional.empty());
    }
}
