package io.plumbline.domain;

import java.util.List;
import java.util.Optional;

/**
 * Keeps resources of one kind. Each call is one transaction; what it returned from is durable.
 *
 * @param <T> the kind
 */
public interface Repository<T extends Resource<T>> {
    /**
     * Keeps a new resource.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where its id, or a name that must be unique, is taken
     */
    void add(T resource);

    /** The resource of this organization with this id; one of another organization is not found. */
    Optional<T> find(Id organization, Id id);

    /** All of this organization, oldest first. */
    List<T> list(Id organization);

    /**
     * Keeps a changed resource, whose header carries the revision after the change.
     *
     * @throws PlumblineException of {@link Failure.Stale} where the kept one is not of the revision before; of {@link Failure.NotFound}
     *     where it is gone
     */
    void replace(T changed);

    /**
     * Forgets a resource.
     *
     * @return whether it was there
     */
    boolean remove(Id organization, Id id);
}
