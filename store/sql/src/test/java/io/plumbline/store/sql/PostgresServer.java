package io.plumbline.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server for the tests of this JVM, of its own folder and port. It ends with the JVM, however that ends. */
final class PostgresServer {
    static final String USER = "plumbline";
    static final String PASSWORD = "pass'word of the test";
    static final Credentials CREDENTIALS = new Credentials(USER, PASSWORD);

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    /** Waits for the end of its input, which comes when the JVM is gone, and then ends the server at once. */
    private static final String GUARD = "\"$@\" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server";

    private static Optional<PostgresServer> shared = Optional.empty();

    private final AtomicInteger schemas = new AtomicInteger();
    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** The server, started when it is first asked for. Where none can be started, the test that asks is skipped. */
    static synchronized PostgresServer shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(start());
        }
        return shared.get();
    }

    private static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory(
                    "plumbline-postgres",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            return start(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start(Path folder) throws IOException {
        Optional<Path> binaries = PostgresBinaries.find(folder);
        Optional<List<String>> prefix = Commands.asSomebodyElse();
        Assumptions.assumeTrue(binaries.isPresent(), "skipped: no PostgreSQL for this platform, and none is installed");
        Assumptions.assumeTrue(
                prefix.isPresent(), "skipped: PostgreSQL does not run as root, and no way to another user works");
        initialize(prefix.get(), binaries.get(), folder);
        int port = freePort();
        run(prefix.get(), binaries.get(), folder, port);
        PostgresServer server = new PostgresServer(port);
        server.awaitAnswer();
        return server;
    }

    private static void initialize(List<String> prefix, Path binaries, Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        List<String> command = List.of(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + folder.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + password,
                // Quicker than one that hashes, of which every connection of every test would pay for both sides.
                "--auth=password",
                "--encoding=UTF8",
                "--no-sync");
        int exit = Commands.run(Commands.with(prefix, command));
        if (exit != 0) {
            throw new IllegalStateException("initdb ended with " + exit);
        }
    }

    private static void run(List<String> prefix, Path binaries, Path folder, int port) throws IOException {
        List<String> command = List.of(
                "sh",
                "-c",
                GUARD,
                "guard",
                binaries.resolve("postgres").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "jit=off",
                "-c",
                "max_connections=100");
        Process guard = new ProcessBuilder(Commands.with(prefix, command))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(guard, folder)));
    }

    private static void end(Process guard, Path folder) {
        try {
            guard.getOutputStream().close();
            guard.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the PostgreSQL of the tests did not end", e);
        }
        Commands.run(List.of("rm", "-rf", folder.toString()));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("PostgreSQL does not answer", e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    int port() {
        return port;
    }

    /** The URL of a database, which need not be there. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The URL of a new and empty schema: as good as a database, and made far faster. */
    String newSchema() {
        String name = "plumbline_" + schemas.incrementAndGet();
        execute("create schema " + name);
        return url("postgres") + "?currentSchema=" + name;
    }

    /** Takes away the schema of this URL. */
    void drop(String url) {
        execute("drop schema " + schema(url) + " cascade");
    }

    /** The schema of this URL. */
    static String schema(String url) {
        return url.substring(url.indexOf('=') + 1);
    }

    /** Does this as the server's administrator. */
    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot " + sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, PASSWORD);
    }
}
