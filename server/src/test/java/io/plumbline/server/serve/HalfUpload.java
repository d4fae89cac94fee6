package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An upload of a file that stops in the middle, with the connection still open. */
final class HalfUpload implements AutoCloseable {
    private static final int SENT = 12 << 20;
    private static final int ANNOUNCED = 40 << 20;
    private static final int PATIENCE_SECONDS = 30;

    private final Socket socket;

    private HalfUpload(Socket socket) {
        this.socket = socket;
    }

    /** Sends the first part of it. */
    static HalfUpload begin(URI address, String key) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        OutputStream out = socket.getOutputStream();
        String head = "PUT " + address.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + ANNOUNCED + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[SENT]);
        out.flush();
        return new HalfUpload(socket);
    }

    /** Waits until something is so. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** Breaks the connection. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
