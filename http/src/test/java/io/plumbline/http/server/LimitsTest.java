package io.plumbline.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.http.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sizes, times, gzip, and requests that are no good HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private static final int JSON_LIMIT = 10_000;
    private static final int STREAM_LIMIT = 1_000_000;
    private GaugeServer server;

    @BeforeAll
    void start() {
        server = new GaugeServer(new Limits(JSON_LIMIT, STREAM_LIMIT, Duration.ofSeconds(2)));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void refusesLargeBodiesThatSaySo() {
        HttpResponse<String> large = server.json("POST", "/v2/gauges", gauge(JSON_LIMIT));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("TooLarge", "10000");
        assertThat(server.json("POST", "/v2/gauges", gauge(JSON_LIMIT / 2)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesLargeBodiesThatDoNotSaySo() {
        byte[] body = gauge(JSON_LIMIT).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> large = server.send(
                authorized("/v2/gauges").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void takesLargerBodiesAsStreamsUpToTheirLimit() {
        assertThat(csv(Gauges.lines(100_000)).statusCode()).isEqualTo(202);
        assertThat(csv(Gauges.lines(200_000)).statusCode()).isEqualTo(413);
        assertThat(server.get("/v2/gauges/summary").statusCode())
                .as("the server goes on")
                .isEqualTo(200);
    }

    @Test
    void inflatesBodies() throws IOException {
        HttpResponse<String> taken = server.send(authorized("/v2/gauges")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(deflated("{\"name\":\"small\"}".getBytes(StandardCharsets.UTF_8)))));
        assertThat(taken.statusCode()).isEqualTo(201);
    }

    @Test
    void countsInflatedBytes() throws IOException {
        byte[] bomb = deflated(Gauges.lines(1_000_000));
        assertThat(bomb.length).isLessThan(JSON_LIMIT * 2);
        HttpResponse<String> refused = server.send(authorized("/v2/gauges/a/readings")
                .header("Content-Type", "text/csv")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb)));
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesBrokenAndUnknownEncodings() throws IOException {
        byte[] whole = deflated(gauge(5000).getBytes(StandardCharsets.UTF_8));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThat(encoded("gzip", cut)).isEqualTo(400);
        assertThat(encoded("gzip", "no gzip".getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        assertThat(encoded("br", whole)).isEqualTo(415);
    }

    @Test
    void deflatesAnswersWhereTheCallerTakesThat() throws IOException {
        server.json("POST", "/v2/gauges", gauge(5000));
        HttpResponse<byte[]> deflated = server.send(
                authorized("/v2/gauges").header("Accept-Encoding", "br;q=1, gzip;q=0.5"),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(deflated.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(deflated.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(new String(inflated(deflated.body()), StandardCharsets.UTF_8))
                .contains("\"gauges\"");
        HttpResponse<String> plain = server.send(authorized("/v2/gauges").header("Accept-Encoding", "gzip;q=0"));
        assertThat(plain.body()).contains("\"gauges\"");
    }

    @Test
    void sendsStreamsThatTheirWriterCloses() throws IOException {
        HttpResponse<byte[]> deflated = server.send(
                authorized("/v2/gauges/closed/archive").header("Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(inflated(deflated.body())).isEqualTo(Gauges.lines(3));
        assertThat(server.send(authorized("/v2/gauges/closed/archive")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void deflatesStreamsOfText() throws IOException {
        HttpResponse<byte[]> csv = server.send(
                authorized("/v2/gauges/text/archive").header("Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(inflated(csv.body())).isEqualTo(Gauges.lines(100_000));
        HttpResponse<byte[]> binary = server.send(
                authorized("/v2/gauges/binary/archive").header("Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(binary.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(binary.headers().firstValueAsLong("Content-Length")).hasValue(6);
    }

    @Test
    void answersEarlyFailuresOfStreamsAndCutsLateOnesOff() {
        HttpResponse<String> early = server.send(authorized("/v2/gauges/early/archive"));
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.headers().firstValue("Content-Type")).contains("application/json");
        assertThatThrownBy(() -> server.send(authorized("/v2/gauges/late/archive")))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(server.get("/v2/gauges/summary").statusCode())
                .as("the server goes on")
                .isEqualTo(200);
    }

    @Test
    void givesUpOnBodiesThatTrickle() throws Exception {
        String answer = raw(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(head("POST /v2/gauges/a/readings", "Content-Type: text/csv", "Content-Length: 100000"));
            for (int i = 0; i < 7; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(400);
            }
        });
        assertThat(answer).startsWith("HTTP/1.1 408").contains("TimedOut");
    }

    @Test
    void refusesWhatIsNoGoodAddress() throws Exception {
        assertThat(raw(socket -> socket.getOutputStream().write(head("GET /v2/gauges?name=%zz"))))
                .startsWith("HTTP/1.1 400");
        assertThat(raw(socket -> socket.getOutputStream().write(head("GET /v2/gauges/%zz"))))
                .startsWith("HTTP/1.1 400");
        assertThat(raw(socket -> socket.getOutputStream().write(head("GET /v2/../gauges"))))
                .doesNotStartWith("HTTP/1.1 5");
        assertThat(raw(socket ->
                        socket.getOutputStream().write("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII))))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("nonsense");
        assertThat(raw(socket -> socket.getOutputStream().write(head("GET /" + "x".repeat(100_000)))))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void standsABodyThatBreaksOff() throws Exception {
        String answer = raw(socket -> {
            socket.getOutputStream()
                    .write(head("POST /v2/gauges", "Content-Type: application/json", "Content-Length: 100"));
            socket.getOutputStream().write("{\"name\":".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
        });
        assertThat(answer).doesNotContain("500");
        assertThat(server.get("/v2/gauges/summary").statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder authorized(String path) {
        return server.request(path).header("Authorization", GaugeServer.ADMIN);
    }

    private HttpResponse<String> csv(byte[] body) {
        return server.send(authorized("/v2/gauges/a/readings")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private int encoded(String encoding, byte[] body) {
        return server.send(authorized("/v2/gauges")
                        .header("Content-Encoding", encoding)
                        .POST(BodyPublishers.ofByteArray(body)))
                .statusCode();
    }

    private String raw(Sending sending) throws Exception {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            sending.to(socket);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] head(String request, String... fields) {
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return (request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + GaugeServer.ADMIN
                        + "\r\n" + more + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String gauge(int length) {
        return "{\"name\":\"large\",\"tags\":[\"" + "x".repeat(length) + "\"]}";
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private interface Sending {
        void to(Socket socket) throws Exception;
    }
}
