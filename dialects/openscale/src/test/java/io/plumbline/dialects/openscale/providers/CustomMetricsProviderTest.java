package io.plumbline.dialects.openscale.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.MemoryRepository;
import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.MetricsProvider;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Presence;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import io.plumbline.domain.secret.Sealed;
import io.plumbline.domain.secret.Sealing;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.domain.task.Task;
import io.plumbline.http.client.GuardSettings;
import io.plumbline.http.client.GuardedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Providers over real HTTP. */
class CustomMetricsProviderTest {
    private static final Id ORGANIZATION = new Id(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final MonitorDefinition DEFINITION = new MonitorDefinition(
            "profit",
            "Profit",
            "",
            List.of(metric("gain"), metric("loss")),
            List.of(new Tag("region", "Region", "", Presence.OPTIONAL)));

    private final Map<String, Received> received = new ConcurrentHashMap<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final MemoryRepository<Connection> connections = new MemoryRepository<>();
    private final MemoryRepository<CustomMonitor> definitions = new MemoryRepository<>();
    private final Ids ids = Ids.of(() -> NOW, new Random(3));
    private final Secrets secrets = new Secrets(new MemoryRepository<>(), new Plain(), new NoAudit(), ids, () -> NOW);
    private final GuardedClient client =
            new GuardedClient(GuardSettings.DEFAULT.callingHosts(Set.of(), Set.of("127.0.0.1")));
    private HttpServer server;

    private record Received(String authorization, String contentType, String body) {}

    private record Reply(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        client.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.put(path, new Received(authorization, type, body));
            Reply reply = replies.getOrDefault(path, new Reply(200, "{}"));
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Received received(String path) {
        return Objects.requireNonNull(received.get(path));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Metric metric(String id) {
        return new Metric(id, id, Direction.INCREASING, List.of(), EnumSet.allOf(Model.Task.class), Presence.OPTIONAL);
    }

    private Header header() {
        return new Header(ids.next(), ORGANIZATION, Optional.empty(), 1, Stamp.made(NOW, "ada"));
    }

    private Connection system(String endpoint, Optional<String> credentials) {
        Caller caller = new Caller(ORGANIZATION, new Id(1, 2), "ada", List.of());
        Optional<Id> secret = credentials.map(text ->
                secrets.keep(caller, Optional.empty(), "connection", "", text).id());
        Connection connection = new Connection(
                header(),
                Connection.Kind.INTEGRATION,
                "custom_metrics_provider",
                "profit",
                "",
                secret,
                new Document("{\"connection\": {\"endpoint\": \"" + endpoint + "\"}}"));
        connections.add(connection);
        return connection;
    }

    private static Facts naming(Connection system) {
        return Facts.of("custom_metrics_provider_id", WireId.of(system.id()));
    }

    private Monitor monitor(Facts parameters) {
        return new Monitor(header(), "profit", new Id(3, 3), "", Document.EMPTY).with(parameters);
    }

    private Optional<MetricsProvider> provider(Facts parameters) {
        return new CustomMetricsProviders(definitions, connections, secrets, client).of(monitor(parameters));
    }

    private List<Group> asked(Connection system) throws InterruptedException {
        MetricsProvider provider = provider(naming(system)).orElseThrow();
        try {
            return provider.ask(question()).get();
        } catch (ExecutionException failed) {
            throw (PlumblineException) failed.getCause();
        }
    }

    private MetricsProvider.Question question() {
        Monitor monitor = monitor(Facts.of("max_records", 7));
        Check check = new Check(
                new Id(5, 5),
                ORGANIZATION,
                Optional.empty(),
                monitor.id(),
                Check.Request.by(Check.Trigger.USER),
                Task.State.RUNNING,
                0,
                1,
                "",
                Optional.empty(),
                "ada",
                NOW,
                Optional.of(NOW),
                Optional.empty());
        Model model = new Model(
                header(),
                "credit",
                "1",
                Model.Task.BINARY_CLASSIFICATION,
                Schema.EMPTY,
                Optional.of(new Id(4, 4)),
                Optional.empty(),
                Document.EMPTY);
        return new MetricsProvider.Question(
                check, monitor, DEFINITION, model, List.of(), monitor.parameters(), Optional.of(NOW));
    }

    @Test
    void itIsToldWhatToMeasure() throws InterruptedException {
        assertThat(asked(system(address("/measure"), Optional.empty()))).isEmpty();
        Received request = received("/measure");
        assertThat(request.authorization()).isEqualTo("null");
        JsonNode values = OpenScaleJson.mapper().readTree(request.body()).at("/input_data/0/values");
        assertThat(values.path("data_mart_id").asString()).isEqualTo(WireId.of(new Id(4, 4)));
        assertThat(values.path("custom_monitor_id").asString()).isEqualTo("profit");
        assertThat(values.path("custom_monitor_run_id").asString()).isEqualTo(WireId.of(new Id(5, 5)));
        assertThat(values.at("/custom_monitor_instance_params/max_records").asInt())
                .isEqualTo(7);
        assertThat(values.at("/custom_monitor_instance_params/last_run_time").asString())
                .isEqualTo(NOW.toString());
    }

    @Test
    void itMayAnswerWithItsNumbers() throws InterruptedException {
        replies.put("/measure", new Reply(200, """
                {"predictions": [{"fields": ["gain", "loss"], "values": [1.5, -2]},
                                 {"fields": ["region", "gain"], "values": [["south", 3], ["north", 4]]}]}
                """));
        List<Group> groups = asked(system(address("/measure"), Optional.empty()));
        assertThat(groups).hasSize(3);
        assertThat(groups.get(0).metrics()).containsOnly(entry("gain", 1.5), entry("loss", -2.0));
        assertThat(groups.get(2).tags()).containsOnly(entry("region", "north"));
        assertThat(groups.get(2).metrics()).containsOnly(entry("gain", 4.0));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 'published', ''",
        "204, '', ''",
        "200, '{\"predictions\": [{\"values\": [[{\"measurement_id\": \"1\"}]]}], \"errors\": []}', ''",
        "500, 'secret of theirs', 'at 127.0.0.1 answered 500'",
        "404, '', answered 404",
        "200, '{\"errors\": [\"the token wallflower is old\"]}', the token *** is old",
        "200, '{\"predictions\": [{\"fields\": [\"gain\"], \"values\": [\"much\"]}]}', gain"
    })
    void whatItAnswersIsUnderstood(int status, String body, String message) throws InterruptedException {
        replies.put("/measure", new Reply(status, body));
        Connection system = system(address("/measure"), Optional.of("{\"token\": \"wallflower\"}"));
        if (message.isEmpty()) {
            assertThat(asked(system)).isEmpty();
        } else {
            assertThatThrownBy(() -> asked(system))
                    .isInstanceOf(PlumblineException.class)
                    .hasMessageContaining(message)
                    .hasMessageNotContainingAny("wallflower", "theirs");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"auth_type\": \"basic\", \"username\": \"ada\", \"password\": \"line\"}', Basic YWRhOmxpbmU=",
        "'{\"auth_type\": \"bearer\", \"token\": \"wallflower\"}', Bearer wallflower"
    })
    void credentialsAreSent(String credentials, String authorization) throws InterruptedException {
        asked(system(address("/measure"), Optional.of(credentials)));
        assertThat(received("/measure").authorization()).isEqualTo(authorization);
    }

    @Test
    void aTokenIsAskedForFirst() throws InterruptedException {
        replies.put("/token", new Reply(200, "{\"access_token\": \"fresh\"}"));
        asked(system(address("/measure"), Optional.of("""
                {"auth_type": "bearer", "token_info": {"url": "%s", "method": "post",
                 "headers": {"Content-type": "application/x-www-form-urlencoded", "X-Extra": "1"},
                 "payload": "grant_type=apikey&apikey=k"}}
                """.formatted(address("/token")))));
        assertThat(received("/token"))
                .isEqualTo(new Received("null", "application/x-www-form-urlencoded", "grant_type=apikey&apikey=k"));
        assertThat(received("/measure").authorization()).isEqualTo("Bearer fresh");
    }

    @Test
    void aTokenMayStandInAFieldThatIsNamed() throws InterruptedException {
        replies.put("/token", new Reply(200, "{\"token\": \"old\", \"mine\": \"fresh\"}"));
        String info = "{\"token_info\": {\"url\": \"" + address("/token")
                + "\", \"payload\": {\"api_key\": \"k\"}, \"token_field_name\": \"mine\"}}";
        asked(system(address("/measure"), Optional.of(info)));
        assertThat(received("/token")).isEqualTo(new Received("null", "application/json", "{\"api_key\":\"k\"}"));
        assertThat(received("/measure").authorization()).isEqualTo("Bearer fresh");
        replies.put("/token", new Reply(401, "hush"));
        assertThatThrownBy(() -> asked(system(address("/measure"), Optional.of(info))))
                .hasMessageContaining("answered 401")
                .hasMessageNotContaining("hush");
    }

    @Test
    void credentialsOfNoUseSayNothingOfThemselves() {
        assertThatThrownBy(() -> asked(system(address("/measure"), Optional.of("wallflower"))))
                .hasMessageContaining("are no JSON object")
                .hasMessageNotContaining("wallflower")
                .hasNoCause();
        assertThatThrownBy(() -> asked(system(address("/measure"), Optional.of("{\"apikey\": \"wallflower\"}"))))
                .hasMessageContaining("neither token_info, nor token, nor username and password")
                .hasMessageNotContaining("wallflower");
        assertThatThrownBy(() -> asked(system(address("/measure"), Optional.of("{\"token\": \"wall\\nflower\"}"))))
                .isInstanceOf(PlumblineException.class)
                .hasMessageNotContaining("flower")
                .hasNoCause();
    }

    @Test
    void whereItMustNotBeCalledItIsNot() {
        GuardedClient guarded = new GuardedClient(GuardSettings.DEFAULT);
        Connection system = system(address("/measure"), Optional.empty());
        MetricsProvider provider = new CustomMetricsProviders(definitions, connections, secrets, guarded)
                .of(monitor(naming(system)))
                .orElseThrow();
        assertThatThrownBy(() -> provider.ask(question()).get()).hasMessageContaining("is not public");
        assertThat(received).isEmpty();
        guarded.close();
    }

    @ParameterizedTest
    @CsvSource({"0, custom_metrics_wait_time", "3601, custom_metrics_wait_time"})
    void itsPatienceHasBounds(int seconds, String message) {
        Facts parameters = naming(system(address("/"), Optional.empty())).with("custom_metrics_wait_time", seconds);
        assertInvalid(parameters, message);
    }

    @Test
    void whatNamesNoProviderIsRefused() {
        assertInvalid(Facts.of("custom_metrics_provider_id", "nobody"), "there is no integrated system nobody");
        assertInvalid(naming(system("ftp://example.org", Optional.empty())), "connection.endpoint");
        Facts batch = naming(system(address("/"), Optional.empty())).with("custom_metrics_provider_type", "wml_batch");
        assertThatThrownBy(() -> provider(batch).orElseThrow().verify()).hasMessageContaining("batch deployments");
        assertThat(provider(Facts.NONE)).isEmpty();
        Facts named = naming(system(address("/"), Optional.empty()));
        assertThat(provider(named.with("enable_custom_metric_runs", false))).isEmpty();
        provider(named).orElseThrow().verify();
    }

    private void assertInvalid(Facts parameters, String message) {
        MetricsProvider provider = provider(parameters).orElseThrow();
        assertThatThrownBy(provider::verify)
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.Invalid.class))
                .hasMessageContaining(message);
    }

    @Test
    void aDefinitionMayNameItForAllItsMonitors() {
        Connection system = system(address("/"), Optional.empty());
        definitions.add(new CustomMonitor(header(), DEFINITION, Optional.of(system.id()), Document.EMPTY));
        assertThat(provider(Facts.NONE)).isPresent();
    }

    /** Seals nothing. */
    private static final class Plain implements Sealing {
        @Override
        public Sealed seal(String text, Id secret) {
            return Sealed.of(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String open(Sealed sealed, Id secret) {
            return new String(sealed.bytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class NoAudit implements AuditLog {
        @Override
        public void append(Caller caller, String action, String what, Id id) {}

        @Override
        public List<AuditEntry> entries(Id organization, long after, int limit) {
            return List.of();
        }

        @Override
        public OptionalLong firstBroken() {
            return OptionalLong.empty();
        }
    }
}
