package io.plumbline.domain.registry;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Keys;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A name under which versions of a model are kept.
 *
 * @param id of the model
 * @param organization that owns it
 * @param name unique in the organization, 1 to 250 characters without slash and colon
 * @param description free text, may be empty
 * @param owner the name of the user who made it
 * @param createdAt when it was made
 * @param updatedAt when it, its tags or its aliases last changed
 * @param tags by key
 * @param aliases the version that each alias stands for
 */
public record RegisteredModel(
        Id id,
        Id organization,
        String name,
        String description,
        String owner,
        Instant createdAt,
        Instant updatedAt,
        SortedMap<String, String> tags,
        SortedMap<String, Integer> aliases) {
    /**
     * Checks name and keys.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public RegisteredModel {
        Keys.checked("registered model", name);
        if (name.indexOf('/') >= 0 || name.indexOf(':') >= 0) {
            throw PlumblineException.invalid("name", "the name of a registered model has no slash and no colon");
        }
        tags.keySet().forEach(key -> Keys.checked("tag", key));
        aliases.keySet().forEach(alias -> Keys.checked("alias", alias));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    }

    /** The same under this name. */
    public RegisteredModel named(String newName) {
        return new RegisteredModel(id, organization, newName, description, owner, createdAt, updatedAt, tags, aliases);
    }

    /** The same with this description. */
    public RegisteredModel described(String text) {
        return new RegisteredModel(id, organization, name, text, owner, createdAt, updatedAt, tags, aliases);
    }

    /** The same with these tags alone. */
    public RegisteredModel tagged(SortedMap<String, String> newTags) {
        return new RegisteredModel(id, organization, name, description, owner, createdAt, updatedAt, newTags, aliases);
    }

    /** The same with these aliases alone. */
    public RegisteredModel aliased(SortedMap<String, Integer> newAliases) {
        return new RegisteredModel(id, organization, name, description, owner, createdAt, updatedAt, tags, newAliases);
    }

    /** The same, changed now. */
    public RegisteredModel updated(Instant now) {
        return new RegisteredModel(id, organization, name, description, owner, createdAt, now, tags, aliases);
    }
}
