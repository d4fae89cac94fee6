package io.plumbline.server.serve;

import io.plumbline.http.Routes;
import io.plumbline.http.credential.Authenticator;
import io.plumbline.http.server.AccessLog;
import io.plumbline.http.server.HttpServer;
import io.plumbline.http.server.ServerSettings;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.output.RefusedException;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;

/** Starts to listen, or says plainly why not. */
final class Listening {
    /** After so much silence a connection is closed. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private Listening() {}

    /**
     * Starts.
     *
     * @throws RefusedException where the address cannot be listened on
     */
    static HttpServer start(
            Configuration configuration,
            Routes routes,
            Authenticator authenticator,
            PrometheusRegistry metrics,
            AccessLog log,
            InstantSource clock) {
        ServerSettings settings =
                new ServerSettings(configuration.bind(), configuration.port(), IDLE, configuration.drainTime());
        try {
            return HttpServer.start(settings, routes, authenticator, metrics, log, clock);
        } catch (IllegalStateException e) {
            throw new RefusedException(
                    "Plumbline cannot listen on " + configuration.bind() + ", port " + configuration.port() + ": "
                            + reason(configuration) + ". Name another port by --port, or another address by --bind.",
                    e);
        }
    }

    /** The web server does not tell; who tries again by hand learns it. */
    private static String reason(Configuration configuration) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(configuration.bind()), configuration.port()));
            return "the web server failed to start";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
