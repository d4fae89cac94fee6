package io.plumbline.architecture.planted;

import com.zaxxer.hikari.HikariDataSource;
import io.helidon.webserver.WebServer;
import software.amazon.awssdk.services.s3.S3Client;

/** Breaks three rules: a class that uses libraries that others hide. */
public record SeesLibraries(HikariDataSource connections, WebServer server, S3Client objects) {}
