package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls, and all that is known of the call besides its parameters and its body.
 *
 * @param knownCaller whose credential came; empty where a public operation was called without one
 * @param requestId names the call in logs and error answers
 * @param headers of the request
 * @param baseUrl of this server as the caller reached it, without a path
 * @param target the path with the query, as they came
 * @param pathParameters decoded, by name, those of the dialect's prefix among them
 */
public record Call(
        Optional<Caller> knownCaller,
        String requestId,
        Headers headers,
        URI baseUrl,
        String target,
        Map<String, String> pathParameters) {
    /** Keeps an unmodifiable copy. */
    public Call {
        pathParameters = Map.copyOf(pathParameters);
    }

    /**
     * Who calls.
     *
     * @throws PlumblineException of {@link Failure.Unauthenticated} where nobody said who they are
     */
    public Caller caller() {
        return knownCaller.orElseThrow(
                () -> new PlumblineException(new Failure.Unauthenticated("this needs a credential")));
    }

    /** The organization of the caller. */
    public Id organization() {
        return caller().organization();
    }
}
