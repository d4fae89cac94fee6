package io.plumbline.server.importing;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Requests and their answers, by the older of Java's two clients: a command that sends one file and ends spends half a second of processor time on
 * starting the newer one, and several times as much on each byte.
 */
final class Exchange {
    private static final int LONGEST_WAIT = (int) Duration.ofMinutes(1).toMillis();
    private static final int FIRST_FAILURE = 400;

    private final String credential;

    Exchange(String credential) {
        this.credential = credential;
    }

    /**
     * What a server answers.
     *
     * @param status of HTTP
     * @param body as it came
     * @param retryAfter seconds that it asks to wait, at least 1
     */
    record Answer(int status, String body, long retryAfter) {}

    /** Asks for something. */
    Answer get(String address) throws IOException {
        HttpURLConnection connection = open(address);
        connection.setReadTimeout(LONGEST_WAIT);
        return answer(connection);
    }

    /** Sends a file, and waits as long as it takes. The server says first whether it takes one at all. */
    Answer post(String address, WatchedFile file) throws IOException {
        HttpURLConnection connection = posting(address);
        connection.setRequestProperty("Expect", "100-continue");
        connection.setFixedLengthStreamingMode(file.bytes());
        try (OutputStream out = connection.getOutputStream()) {
            file.writeTo(out);
        } catch (ProtocolException e) {
            // It was refused unseen, and this client does not show why: of a request without a body the same answer can
            // be read.
            connection.disconnect();
            return postNothing(address);
        }
        return answer(connection);
    }

    private Answer postNothing(String address) throws IOException {
        HttpURLConnection connection = posting(address);
        connection.getOutputStream().close();
        return answer(connection);
    }

    private HttpURLConnection posting(String address) throws IOException {
        HttpURLConnection connection = open(address);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/octet-stream");
        connection.setDoOutput(true);
        return connection;
    }

    private HttpURLConnection open(String address) throws IOException {
        try {
            if (URI.create(address).toURL().openConnection() instanceof HttpURLConnection connection) {
                connection.setRequestProperty("Authorization", "Bearer " + credential);
                connection.setInstanceFollowRedirects(false);
                connection.setConnectTimeout(LONGEST_WAIT);
                return connection;
            }
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new RefusedException("'" + address + "' is no address of a server.", e);
        }
        throw new RefusedException("'" + address + "' is no address of a server.");
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        try {
            int status = connection.getResponseCode();
            try (InputStream body =
                    status < FIRST_FAILURE ? connection.getInputStream() : connection.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(status, text, Math.max(1, connection.getHeaderFieldLong("Retry-After", 1)));
            }
        } catch (HttpRetryException e) {
            return new Answer(e.responseCode(), "", 1);
        }
    }
}
