package io.plumbline.domain.resource;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is done with resources of one kind by a caller: the permission is checked, the change is kept and written into the audit log.
 *
 * @param <T> the kind
 */
public final class Resources<T extends Resource<T>> {
    private final Kind kind;
    private final Repository<T> repository;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    /** Over this repository. */
    public Resources(Kind kind, Repository<T> repository, AuditLog audit, Ids ids, InstantSource clock) {
        this.kind = kind;
        this.repository = repository;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the resources are called and who may read and write them.
     *
     * @param name as it stands in messages and in the audit log
     * @param read allows reading
     * @param write allows adding, changing and removing
     */
    public record Kind(String name, Permission read, Permission write) {}

    /** Adds what the function makes of a new header. */
    public T add(Caller caller, Optional<Id> project, Function<Header, T> make) {
        caller.require(kind.write(), project);
        Stamp stamp = Stamp.made(clock.instant(), caller.name());
        T made = make.apply(new Header(ids.next(), caller.organization(), project, 1, stamp));
        repository.add(made);
        audit.append(caller, "add", kind.name(), made.id());
        return made;
    }

    /**
     * The resource with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public T find(Caller caller, Id id) {
        return repository
                .find(caller.organization(), id)
                .filter(found -> caller.may(kind.read(), found.header().project()))
                .orElseThrow(() -> PlumblineException.notFound(kind.name(), id));
    }

    /** All that the caller may read, oldest first. */
    public List<T> list(Caller caller) {
        return repository.list(caller.organization()).stream()
                .filter(found -> caller.may(kind.read(), found.header().project()))
                .toList();
    }

    /** Changes the resource with this id to what the function makes of it; a function that fails changes nothing. */
    public T change(Caller caller, Id id, UnaryOperator<T> change) {
        T before = find(caller, id);
        caller.require(kind.write(), before.header().project());
        Stamp stamp = before.header().stamp().changed(clock.instant(), caller.name());
        T changed = change.apply(before);
        T after = changed.with(before.header().in(changed.header().project()).next(stamp));
        caller.require(kind.write(), after.header().project());
        repository.replace(after);
        audit.append(caller, "change", kind.name(), id);
        return after;
    }

    /** Forgets the resource with this id, and returns what it was. */
    public T remove(Caller caller, Id id) {
        T before = find(caller, id);
        caller.require(kind.write(), before.header().project());
        if (!repository.remove(caller.organization(), id)) {
            throw PlumblineException.notFound(kind.name(), id);
        }
        audit.append(caller, "remove", kind.name(), id);
        return before;
    }
}
