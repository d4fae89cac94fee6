package io.plumbline.http.server;

import java.time.Duration;

/**
 * Where the server listens and how long it waits.
 *
 * @param bind address to listen on
 * @param port to listen on; 0 for a free one
 * @param idle after which a connection without a request is closed, and after which a read from a silent sender fails
 * @param drain how long a stop waits for requests that are under way
 */
public record ServerSettings(String bind, int port, Duration idle, Duration drain) {
    /** This address and port, two minutes of silence, ten seconds to drain. */
    public static ServerSettings at(String bind, int port) {
        return new ServerSettings(bind, port, Duration.ofMinutes(2), Duration.ofSeconds(10));
    }
}
