package io.plumbline.domain.connection;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.connection.Connection.Kind;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.resource.Resources;
import io.plumbline.domain.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Connections as callers see them, kept in step with their credentials and with the models that need them. */
public final class Connections {
    private static final String SECRET_TYPE = "connection";

    private final Resources<Connection> resources;
    private final Repository<Model> models;
    private final Secrets secrets;

    /** Over these; the models are all of them, whoever may see them. */
    public Connections(Resources<Connection> resources, Repository<Model> models, Secrets secrets) {
        this.resources = resources;
        this.models = models;
        this.secrets = secrets;
    }

    /**
     * Adds a connection, and seals its credentials.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where a secret is named that a connection of this project cannot use
     */
    public Connection add(Caller caller, Optional<Id> project, Kind kind, Draft draft) {
        caller.require(Permission.CONNECTION_WRITE, project);
        List<Id> sealed = new ArrayList<>();
        return orForget(caller, sealed, () -> {
            Optional<Id> secret = secret(caller, project, draft, sealed);
            return resources.add(caller, project, header -> connection(header, kind, draft, secret));
        });
    }

    /**
     * The connection of this kind with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Connection find(Caller caller, Kind kind, Id id) {
        Connection found = resources.find(caller, id);
        if (found.kind() != kind) {
            throw PlumblineException.notFound("connection", id);
        }
        return found;
    }

    /** All of this kind that the caller may read, oldest first. */
    public List<Connection> list(Caller caller, Kind kind) {
        return resources.list(caller).stream()
                .filter(connection -> connection.kind() == kind)
                .toList();
    }

    /** Changes a connection to what the function makes of it; a secret that was sealed for it and is not needed any more is forgotten. */
    public Connection change(Caller caller, Kind kind, Id id, Function<Connection, Draft> change) {
        List<Id> sealed = new ArrayList<>();
        List<Id> before = new ArrayList<>();
        find(caller, kind, id);
        Connection after = orForget(
                caller,
                sealed,
                () -> resources.change(caller, id, kept -> {
                    kept.secret().ifPresent(before::add);
                    Draft draft = change.apply(kept);
                    Optional<Id> secret = secret(caller, kept.header().project(), draft, sealed);
                    return connection(kept.header(), kind, draft, secret);
                }));
        forget(caller, before);
        return after;
    }

    /**
     * Forgets a connection, and the secret that was sealed for it.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where a model needs it
     */
    public Connection remove(Caller caller, Kind kind, Id id) {
        Connection found = find(caller, kind, id);
        caller.require(Permission.CONNECTION_WRITE, found.header().project());
        long needed = models.list(caller.organization()).stream()
                .filter(model -> needs(model, id))
                .count();
        if (needed > 0) {
            throw new PlumblineException(
                    new Failure.Conflict("it is needed by " + needed + " models; delete them before it"));
        }
        Connection removed = resources.remove(caller, id);
        forget(caller, removed.secret().stream().toList());
        return removed;
    }

    /**
     * Forgets a secret.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where a connection needs it
     */
    public void removeSecret(Caller caller, Id secret) {
        secrets.find(caller, secret);
        if (isNeeded(caller, secret)) {
            throw new PlumblineException(new Failure.Conflict("a connection needs the secret; change that before"));
        }
        secrets.remove(caller, secret);
    }

    private static boolean needs(Model model, Id connection) {
        return model.store().equals(Optional.of(connection)) || model.scoring().equals(Optional.of(connection));
    }

    private static Connection connection(Header header, Kind kind, Draft draft, Optional<Id> secret) {
        return new Connection(
                header, kind, draft.type(), draft.name(), draft.description(), secret, draft.attributes());
    }

    private Optional<Id> secret(Caller caller, Optional<Id> project, Draft draft, List<Id> sealed) {
        return switch (draft.credentials()) {
            case GivenCredentials.None none -> Optional.empty();
            case GivenCredentials.Named named -> Optional.of(usable(caller, project, named.secret()));
            case GivenCredentials.Clear clear -> {
                sealed.add(secrets.keep(caller, project, SECRET_TYPE, draft.name(), clear.text())
                        .id());
                yield Optional.of(sealed.getLast());
            }
        };
    }

    private Id usable(Caller caller, Optional<Id> project, Id secret) {
        if (!secrets.isUsable(caller.organization(), project, secret)) {
            throw PlumblineException.invalid("secret_id", "there is no such secret for this project");
        }
        return secret;
    }

    private interface Step {
        Connection take();
    }

    private Connection orForget(Caller caller, List<Id> sealed, Step step) {
        try {
            return step.take();
        } catch (RuntimeException failed) {
            sealed.forEach(secret -> secrets.forget(caller, SECRET_TYPE, secret));
            throw failed;
        }
    }

    private void forget(Caller caller, List<Id> noMore) {
        noMore.stream()
                .filter(secret -> !isNeeded(caller, secret))
                .forEach(secret -> secrets.forget(caller, SECRET_TYPE, secret));
    }

    /** A secret is used in its project, or anywhere where it has none; so who may forget it sees all that use it. */
    private boolean isNeeded(Caller caller, Id secret) {
        return resources.list(caller).stream()
                .anyMatch(connection -> connection.secret().equals(Optional.of(secret)));
    }
}
