package io.plumbline.http.server;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http1.Http1Config;
import io.plumbline.http.Routes;
import io.plumbline.http.credential.Authenticator;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;

/** The web server, listening from its making to its closing. */
public final class HttpServer implements AutoCloseable {
    /** Long enough for a filter of some hundred terms. */
    private static final int LONGEST_REQUEST_LINE = 64 << 10;

    private static final int LONGEST_HEADERS = 64 << 10;

    private final WebServer server;

    private HttpServer(WebServer server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param settings where
     * @param routes all that is served
     * @param authenticator finds out who calls
     * @param metrics takes the metrics of requests
     * @param log takes a line of each request
     * @param clock of the log
     * @throws IllegalStateException where the address cannot be listened on
     */
    public static HttpServer start(
            ServerSettings settings,
            Routes routes,
            Authenticator authenticator,
            PrometheusRegistry metrics,
            AccessLog log,
            InstantSource clock) {
        Gateway gateway = new Gateway(routes, authenticator, new ServerMetrics(metrics), log, clock);
        return new HttpServer(listening(builder(gateway)
                .host(settings.bind())
                .port(settings.port())
                .connectionOptions(socket -> socket.readTimeout(settings.idle()).tcpNoDelay(true))
                .idleConnectionTimeout(settings.idle())
                .shutdownGracePeriod(settings.drain())
                .build()
                .start()));
    }

    /** Makes a server that never listens, and forgets it: what that loads, the one that will listen does not have to load any more. */
    public static void rehearse() {
        builder((request, response) -> response.send()).build();
    }

    private static WebServerConfig.Builder builder(Handler handler) {
        return WebServer.builder()
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .contentEncoding(new UntouchedBodies())
                .protocolsDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(LONGEST_REQUEST_LINE)
                        .maxHeadersSize(LONGEST_HEADERS)
                        .build())
                .directHandlers(directHandlers())
                .routing(routing -> routing.any(handler));
    }

    /** Helidon logs that it could not start, and returns as if it had. */
    private static WebServer listening(WebServer server) {
        if (!server.isRunning()) {
            throw new IllegalStateException("the address cannot be listened on");
        }
        return server;
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Takes no new requests, waits for those under way, and stops. */
    @Override
    public void close() {
        server.stop();
    }

    private static DirectHandlers directHandlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, new ProtocolErrors());
        }
        return handlers.build();
    }
}
