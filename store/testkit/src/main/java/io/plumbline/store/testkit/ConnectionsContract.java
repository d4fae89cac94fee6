package io.plumbline.store.testkit;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.connection.Connection;
import java.util.Optional;

/** What every repository of connections does. */
public abstract class ConnectionsContract extends RepositoryContract<Connection> {
    @Override
    protected Connection full(Header header) {
        return new Connection(
                header,
                Connection.Kind.SCORING,
                "watson_machine_learning",
                "WML",
                "scores",
                Optional.of(Samples.id()),
                Samples.DOCUMENT);
    }

    @Override
    protected Connection empty(Header header) {
        return new Connection(header, Connection.Kind.STORE, "", "", "", Optional.empty(), Document.EMPTY);
    }
}
