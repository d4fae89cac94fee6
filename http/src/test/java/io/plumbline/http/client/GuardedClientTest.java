package io.plumbline.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.spi.InetAddressResolver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedClientTest {
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void callsHostsThatAreTrusted() {
        GuardedAnswer answer = send(trusting("127.0.0.1"), "/ok");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("fine");
        assertThat(send(trusting("127.0.0.1"), "/missing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://127.1/",
                "http://2130706433/",
                "http://[::1]/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://user:password@example.org/"
            })
    void refusesAddressesThatAreNotPublic(String address) {
        try (GuardedClient client = new GuardedClient(GuardSettings.DEFAULT)) {
            assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(URI.create("http://x.invalid/"))
                            .uri(URI.create(address))
                            .build()))
                    .isInstanceOfAny(PlumblineException.class, IllegalArgumentException.class)
                    .satisfies(refused -> assertThat(refused instanceof PlumblineException known
                                    && !(known.failure() instanceof Failure.Invalid))
                            .isFalse());
        }
    }

    @Test
    void callsNoHostOutsideOfTheList() {
        GuardSettings listed = new GuardSettings(
                Set.of("example.org", "*.example.com"), Set.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), 10, 0);
        try (GuardedClient client = new GuardedClient(listed)) {
            assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(URI.create("http://example.com/"))
                            .build()))
                    .isInstanceOf(PlumblineException.class)
                    .hasMessageContaining("not among those");
        }
    }

    @Test
    void callsNobodyOnceItIsClosed() {
        GuardedClient client = new GuardedClient(trusting("127.0.0.1"));
        client.close();
        client.close();
        assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/"))
                        .build()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void followsRedirectsWithinBounds() {
        assertThat(send(trusting("127.0.0.1"), "/redirect?to=/ok").status()).isEqualTo(200);
        assertThatThrownBy(() -> send(trusting("127.0.0.1"), "/redirect?to=/redirect"))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("redirects more than");
    }

    @Test
    void refusesRedirectsToPrivateAddresses() {
        String elsewhere = "http://localhost:" + server.getAddress().getPort() + "/ok";
        assertThatThrownBy(() -> send(trusting("127.0.0.1"), "/redirect?to=" + elsewhere))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("localhost");
        assertThat(seen).doesNotContainKey("/ok");
    }

    @Test
    void keepsCredentialsFromOtherOrigins() {
        String elsewhere = "http://localhost:" + server.getAddress().getPort() + "/ok";
        send(trusting("127.0.0.1", "localhost"), "/redirect?to=" + elsewhere);
        assertThat(seen).containsEntry("/redirect", "Bearer secret").containsEntry("/ok", "null");
        send(trusting("127.0.0.1"), "/redirect?to=/ok");
        assertThat(seen).containsEntry("/ok", "Bearer secret");
    }

    @Test
    void boundsTimeAndSize() {
        assertThatThrownBy(() -> send(trusting("127.0.0.1"), "/slow"))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("did not answer in 500 ms");
        assertThatThrownBy(() -> send(trusting("127.0.0.1"), "/large"))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        large -> assertThat(large.failure()).isInstanceOf(Failure.Unreachable.class));
    }

    @Test
    void refusesNamesThatMoveToPrivateAddresses() throws Exception {
        InetAddress inside = InetAddress.getByAddress("moving.example", new byte[] {127, 0, 0, 1});
        InetAddressResolver resolver = new GuardedNames.GuardedResolver(new FixedResolver(inside));
        InetAddressResolver.LookupPolicy any =
                InetAddressResolver.LookupPolicy.of(InetAddressResolver.LookupPolicy.IPV4);
        assertThat(resolver.lookupByName("moving.example", any)).containsExactly(inside);
        assertThatThrownBy(() -> GuardedNames.during("Moving.example", () -> lookup(resolver, any)))
                .hasRootCauseInstanceOf(UnknownHostException.class);
        assertThat(resolver.lookupByName("moving.example", any))
                .as("the guard is over")
                .containsExactly(inside);
    }

    @Test
    void isAskedByTheWholeProcess() {
        assertThatThrownBy(() -> GuardedNames.during("guarded.localhost", () -> {
                    try {
                        return InetAddress.getAllByName("guarded.localhost");
                    } catch (UnknownHostException unknown) {
                        throw new IllegalStateException(unknown);
                    }
                }))
                .hasRootCauseInstanceOf(UnknownHostException.class);
    }

    private static Stream<InetAddress> lookup(InetAddressResolver resolver, InetAddressResolver.LookupPolicy policy) {
        try {
            return resolver.lookupByName("moving.example", policy);
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private GuardedAnswer send(GuardSettings settings, String path) {
        try (GuardedClient client = new GuardedClient(settings)) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
            return client.send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer secret")
                    .build());
        }
    }

    private static GuardSettings trusting(String... hosts) {
        return new GuardSettings(Set.of(), Set.of(hosts), Duration.ofSeconds(2), Duration.ofMillis(500), 1000, 3);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        seen.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        switch (path) {
            case "/ok" -> respond(exchange, 200, "fine");
            case "/large" -> respond(exchange, 200, "x".repeat(2000));
            case "/redirect" -> {
                String query = String.valueOf(exchange.getRequestURI().getQuery());
                exchange.getResponseHeaders()
                        .add("Location", query.startsWith("to=") ? query.substring(3) : "/redirect");
                respond(exchange, 302, "");
            }
            case "/slow" -> {
                sleep();
                respond(exchange, 200, "late");
            }
            default -> respond(exchange, 404, "none");
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(1500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record FixedResolver(InetAddress address) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            return Stream.of(address);
        }

        @Override
        public String lookupByAddress(byte[] bytes) {
            return "moving.example";
        }
    }
}
