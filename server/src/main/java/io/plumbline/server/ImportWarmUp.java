package io.plumbline.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Imports a file into a server that answers as one of ours does and keeps nothing: what a server needs is not to be learned by commands. */
final class ImportWarmUp {
    private static final byte[] ANSWER =
            "{\"datasets\":[{\"id\":\"000000000000000000000000\",\"name\":\"rows\"}],\"rows\":1}"
                    .getBytes(StandardCharsets.UTF_8);

    private final CommandLine command;
    private final Path file;

    ImportWarmUp(CommandLine command, Path file) {
        this.command = command;
        this.file = file;
    }

    void run() throws IOException {
        Files.writeString(file, "x\n1\n");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ImportWarmUp::answer);
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            command.execute("import", "rows", file.toString(), "--server", address, "--key", "warm-up-key");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        }
    }
}
