package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir
    private Path folder;

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theFirstStartShowsAKeyOnceAndTheServerAnswers() throws Exception {
        try (ServerProgram first = ServerProgram.start(folder.resolve("data"))) {
            assertThat(first.adminKey()).startsWith("pk_");
            assertThat(first.get(client, "/health").statusCode()).isEqualTo(200);
            assertThat(first.get(client, "/ready").body()).isEqualTo("{\"status\":\"ready\",\"problems\":{}}");
            assertThat(first.get(client, "/metrics").body()).contains("plumbline_records_waiting_rows 0");
            assertThat(first.terminate()).isZero();
            assertThat(first.errors()).isEqualTo("Plumbline has stopped.\n");
        }
        try (ServerProgram second = ServerProgram.start(folder.resolve("data"))) {
            assertThat(second.output()).noneMatch(line -> line.contains("pk_"));
            assertThat(second.get(client, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void onlyItsOwnerAndGroupReadTheDataAndOnlyItsOwnerTheKeys() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProgram server = ServerProgram.start(data);
                OpenScaleClient client = new OpenScaleClient(server.address("/"), server.adminKey())) {
            String login = "{\"username\":\"admin\",\"password\":\"" + server.adminKey() + "\"}";
            assertThat(client.post("/v1/authorize", login).statusCode()).isEqualTo(200);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwxr-x---");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aChosenKeyIsNotShown() throws Exception {
        try (ServerProgram server =
                ServerProgram.start(Map.of("PLUMBLINE_ADMIN_KEY", "sesame-open"), folder.resolve("data"))) {
            assertThat(server.output()).noneMatch(line -> line.contains("pk_") || line.contains("sesame"));
        }
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() throws Exception {
        try (ServerProgram first = ServerProgram.start(folder);
                ServerProgram second = ServerProgram.start(folder)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.errors())
                    .isEqualTo("plumbline: Another server works on the data folder '" + folder + "': process "
                            + first.pid() + ". Stop it first, or name another folder by --data.\n");
            assertThat(first.get(client, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSecondServerOnTheSameDatabaseIsRefusedWhereverItsRecordsLie() throws Exception {
        Path database = folder.resolve("one/plumbline.db");
        try (ServerProgram first = ServerProgram.start(folder.resolve("one"));
                ServerProgram second =
                        ServerProgram.start(folder.resolve("other"), "--database", "jdbc:sqlite:" + database)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.errors())
                    .isEqualTo("plumbline: Another server works on the database '" + database + "': process "
                            + first.pid() + ". Stop it first, or name another database by --database.\n");
        }
    }

    @Test
    void aKilledServerLeavesNothingInTheWayOfTheNext() throws Exception {
        try (ServerProgram first = ServerProgram.start(folder)) {
            first.kill();
        }
        try (ServerProgram second = ServerProgram.start(folder)) {
            assertThat(second.get(client, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProgram server = ServerProgram.start(folder, "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.errors())
                    .isEqualTo("plumbline: Plumbline cannot listen on 127.0.0.1, port " + taken.getLocalPort()
                            + ": Address already in use. Name another port by --port, or another address by --bind.\n");
        }
    }

    @Test
    void aRequestUnderWayIsAnsweredBeforeTheServerStops() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder)) {
            URI address = server.address("/");
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                OutputStream out = socket.getOutputStream();
                out.write("GET /health HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(300);
                Thread finishing = Thread.ofVirtual().start(() -> finish(out));
                assertThat(server.terminate()).isZero();
                finishing.join();
                assertThat(new String(read(socket.getInputStream()), StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    private static void finish(OutputStream out) {
        try {
            Thread.sleep(1000);
            out.write("localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(12);
    }

    @Test
    void eachRequestIsALineOfJson() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder)) {
            server.get(client, "/health?secret=1");
            server.terminate();
            assertThat(server.output())
                    .anyMatch(line -> line.startsWith("{") && line.contains("\"/health\""))
                    .noneMatch(line -> line.contains("secret"));
        }
    }
}
