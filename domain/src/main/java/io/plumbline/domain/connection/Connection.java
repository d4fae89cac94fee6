package io.plumbline.domain.connection;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Names;
import io.plumbline.domain.Resource;
import java.util.Optional;

/**
 * Another system, as it is known here.
 *
 * @param header id, owner and history
 * @param kind what it is for
 * @param type which product or protocol, in the dialect's word
 * @param name for people, at most 255 characters, may be empty
 * @param description free text, may be empty
 * @param secret holds its credentials, where it has any
 * @param attributes what a dialect keeps beside
 */
public record Connection(
        Header header,
        Kind kind,
        String type,
        String name,
        String description,
        Optional<Id> secret,
        Document attributes)
        implements Resource<Connection> {
    /** What a connection is for. */
    public enum Kind {
        /** Keeps records and measurements. */
        STORE,
        /** Serves models. */
        SCORING,
        /** Anything else that is called or calls. */
        INTEGRATION
    }

    /**
     * Checks the name.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is too long
     */
    public Connection {
        Names.check(name);
    }

    @Override
    public Connection with(Header newHeader) {
        return new Connection(newHeader, kind, type, name, description, secret, attributes);
    }
}
