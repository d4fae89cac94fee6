package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;

/** Answers the calls of one operation. */
@FunctionalInterface
public interface Handler {
    /** Answers one call; a {@link PlumblineException} becomes an error answer of the dialect. */
    Reply handle(Exchange exchange) throws IOException;

    /** Answers that the operation is in the contract and not in this server, for this reason. */
    static Handler absent(String reason) {
        return exchange -> {
            throw new PlumblineException(new Failure.NotSupported(reason));
        };
    }
}
