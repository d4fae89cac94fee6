package io.plumbline.server.command;

import io.plumbline.server.output.Terminal;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a command sees of the machine, apart from files.
 *
 * @param terminal where its output goes
 * @param environment the variables
 * @param nanoseconds a clock for progress
 */
public record Surroundings(Terminal terminal, Map<String, String> environment, LongSupplier nanoseconds) {
    private static final String DEBUG = "PLUMBLINE_DEBUG";

    /** Whether the user wants to see where an error came from. */
    boolean wantsDetails() {
        return !environment.getOrDefault(DEBUG, "").isEmpty();
    }
}
