package io.plumbline.http.server;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells whether a part of the server can do its work.
 *
 * @param name of the part
 * @param problem asked each time: what is wrong, in words without secrets; empty while nothing is
 */
public record ReadinessCheck(String name, Supplier<Optional<String>> problem) {}
