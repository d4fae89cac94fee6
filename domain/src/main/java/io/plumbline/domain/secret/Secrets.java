package io.plumbline.domain.secret;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.resource.Resources;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps credentials for other systems: they go in, are used by the server, and are shown to nobody. */
public final class Secrets {
    private static final String NAME = "secret";

    private final Resources<Secret> resources;
    private final Repository<Secret> repository;
    private final Sealing sealing;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    /** Over this repository. */
    public Secrets(Repository<Secret> repository, Sealing sealing, AuditLog audit, Ids ids, InstantSource clock) {
        Resources.Kind kind = new Resources.Kind(NAME, Permission.SECRET_READ, Permission.SECRET_WRITE);
        this.resources = new Resources<>(kind, repository, audit, ids, clock);
        this.repository = repository;
        this.sealing = sealing;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a credential on its own. */
    public Secret add(Caller caller, Optional<Id> project, String type, String text) {
        caller.require(Permission.SECRET_WRITE, project);
        return keep(caller, project, type, "", text);
    }

    /**
     * Keeps the credential of something that the caller may write, which whoever calls this has checked.
     *
     * @param name for people, which tells what it belongs to
     */
    public Secret keep(Caller caller, Optional<Id> project, String type, String name, String text) {
        Stamp stamp = Stamp.made(clock.instant(), caller.name());
        Header header = new Header(ids.next(), caller.organization(), project, 1, stamp);
        Secret secret = new Secret(header, name, type, sealing.seal(text, header.id()));
        repository.add(secret);
        audit.append(caller, "add", NAME, secret.id());
        return secret;
    }

    /**
     * Forgets the credential of something that is gone. One of another type stays, because it was kept for something else; that it is gone
     * already is no failure.
     */
    public void forget(Caller caller, String type, Id secret) {
        boolean kept = repository
                .find(caller.organization(), secret)
                .filter(found -> found.type().equals(type))
                .isPresent();
        if (kept && repository.remove(caller.organization(), secret)) {
            audit.append(caller, "remove", NAME, secret);
        }
    }

    /** Whether things in this project can use this credential: it is one of the project, or one of the whole organization. */
    public boolean isUsable(Id organization, Optional<Id> project, Id secret) {
        return repository
                .find(organization, secret)
                .filter(found -> found.header().project().isEmpty()
                        || found.header().project().equals(project))
                .isPresent();
    }

    /** Whether the caller can name this credential in something that takes this permission: where it is in a project, it takes it there. */
    public boolean isNameable(Caller caller, Permission permission, Id secret) {
        return repository
                .find(caller.organization(), secret)
                .filter(found -> found.header().project().isEmpty()
                        || caller.may(permission, found.header().project()))
                .isPresent();
    }

    /** The credential with this id, without what it says. */
    public Secret find(Caller caller, Id id) {
        return resources.find(caller, id);
    }

    /** All credentials that the caller may know of, without what they say. */
    public List<Secret> list(Caller caller) {
        return resources.list(caller);
    }

    /** Forgets a credential. */
    public void remove(Caller caller, Id id) {
        resources.remove(caller, id);
    }

    /** What a credential says, for the server's own calls to the other system. */
    public String open(Id organization, Id id) {
        Secret secret = repository.find(organization, id).orElseThrow(() -> PlumblineException.notFound(NAME, id));
        return sealing.open(secret.sealed(), id);
    }
}
