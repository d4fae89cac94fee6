package io.plumbline.http.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.Answer;
import io.plumbline.http.Incoming;
import io.plumbline.http.Operation;
import io.plumbline.http.RouteMatch;
import io.plumbline.http.Routes;
import io.plumbline.http.credential.Authenticator;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Takes every request of every dialect to its operation, and the answer back. */
final class Gateway implements Handler {
    private static final HeaderName REQUEST_ID = HeaderNames.create(RequestIds.FIELD);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String NOTHING = "-";
    private static final int MICRO = 1000;

    private final Routes routes;
    private final Authenticator authenticator;
    private final ServerMetrics metrics;
    private final AccessLog log;
    private final InstantSource clock;

    Gateway(Routes routes, Authenticator authenticator, ServerMetrics metrics, AccessLog log, InstantSource clock) {
        this.routes = routes;
        this.authenticator = authenticator;
        this.metrics = metrics;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        long start = System.nanoTime();
        String time = clock.instant().toString();
        Incoming incoming = new HelidonIncoming(request);
        String requestId = RequestIds.of(incoming.headers());
        Visit visit = new Visit(incoming, requestId, routes, authenticator);
        metrics.started();
        try {
            response.header(REQUEST_ID, requestId);
            answer(visit, incoming, new ReplyWriter(incoming, response), requestId);
        } finally {
            long nanos = System.nanoTime() - start;
            AccessEntry entry = entry(visit, incoming, response, time, requestId, nanos / MICRO);
            metrics.ended(entry, nanos);
            log.write(entry);
        }
        if (response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // Helidon announces it and waits for the caller to do it
            throw new CloseConnectionException("closed as announced");
        }
    }

    private static void answer(Visit visit, Incoming incoming, ReplyWriter writer, String requestId)
            throws IOException {
        try {
            writer.write(visit.reply(), visit.match().wire());
        } catch (RuntimeException | IOException | StackOverflowError thrown) {
            if (writer.started()) {
                throw new CloseConnectionException("request " + requestId + " is cut off", thrown);
            }
            Answer<Object> error = ErrorReply.of(thrown, visit.match().wire(), requestId);
            UnreadBody unread = UnreadBody.of(incoming, thrown);
            writer.write(unread.announced(error), visit.match().wire());
            unread.drain(incoming);
        }
    }

    private static AccessEntry entry(
            Visit visit, Incoming incoming, ServerResponse response, String time, String requestId, long micros) {
        Optional<Operation> operation = operation(visit.match());
        return new AccessEntry(
                time,
                requestId,
                METHODS.contains(incoming.method()) ? incoming.method() : "other",
                operation.map(Operation::path).orElse(NOTHING),
                visit.match().wire().dialect(),
                operation.map(Operation::id).orElse(NOTHING),
                visit.caller().map(Caller::name).orElse(NOTHING),
                response.status().code(),
                response.bytesWritten(),
                micros);
    }

    private static Optional<Operation> operation(RouteMatch match) {
        return match instanceof RouteMatch.Found found
                ? Optional.of(found.route().operation())
                : Optional.empty();
    }
}
