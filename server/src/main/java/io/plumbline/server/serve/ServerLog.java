package io.plumbline.server.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** How the libraries and the server itself log: warnings and errors, on standard error. */
public final class ServerLog {
    private ServerLog() {}

    /** Sets it up, unless the user brings a configuration by {@code java.util.logging.config.file}. */
    public static void configure() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (InputStream settings = ServerLog.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of logging cannot be read", e);
        }
    }
}
