package io.plumbline.server.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.server.PlumblineCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A run that is ended by a signal cancels its check. */
class InterruptedRunTest {
    private static final int BY_TERMINATION = 143;
    private static final int PATIENCE_SECONDS = 60;
    private static final String MONITOR = "{\"id\":\"m\",\"definition\":\"drift\",\"model\":{\"id\":\"x\"}}";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Test
    void cancelsTheCheck() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try {
            Process program = start(server.getAddress().getPort());
            assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            program.destroy();
            assertThat(program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(BY_TERMINATION);
            assertThat(cancelled.getCount()).isZero();
        } finally {
            server.stop(0);
        }
    }

    /** A server whose check runs until it is cancelled. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/cancel")) {
            cancelled.countDown();
        } else if (path.endsWith("/checks/c")) {
            asked.countDown();
        }
        byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String body(String path) {
        if (path.endsWith("/monitors")) {
            return "{\"monitors\":[" + MONITOR + "]}";
        }
        String state = cancelled.getCount() == 0 ? "cancelled" : "running";
        return "{\"id\":\"c\",\"monitor_id\":\"m\",\"state\":\"" + state + "\",\"done\":0,\"total\":0}";
    }

    private static Process start(int port) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                PlumblineCommand.class.getName(),
                "monitor",
                "run",
                "drift",
                "--server",
                "http://127.0.0.1:" + port,
                "--key",
                "k");
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
