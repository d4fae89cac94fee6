package io.plumbline.server.remote;

import io.plumbline.server.command.Surroundings;
import io.plumbline.server.output.RefusedException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A mixin for commands that speak to a running server: which one, and as whom. */
public final class ServerOptions {
    private static final String KEY_VARIABLE = "PLUMBLINE_KEY";

    @Option(names = "--server", paramLabel = "URL", description = "The server. Default: http://127.0.0.1:8080.")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--key", paramLabel = "KEY", description = "An API key. Default: that in " + KEY_VARIABLE + ".")
    private @Nullable String key;

    /** The address of the server. */
    public URI server() {
        return server;
    }

    /**
     * The API key that was given, or that of the environment.
     *
     * @throws RefusedException where there is none
     */
    public String credential(Surroundings surroundings) {
        return Optional.ofNullable(key)
                .or(() -> Optional.ofNullable(surroundings.environment().get(KEY_VARIABLE)))
                .orElseThrow(() -> new RefusedException("An API key is needed, by --key or in " + KEY_VARIABLE + "."));
    }
}
