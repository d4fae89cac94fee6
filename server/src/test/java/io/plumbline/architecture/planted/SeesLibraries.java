package io.plumbline.architecture.planted;

import com.zaxxer.hikari.HikariDataSource;
import io.helidon.webserver.WebServer;

/** Breaks two rules: a class that uses libraries that others hide. */
public record SeesLibraries(HikariDataSource connections, WebServer server) {}
