package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.DataSetsApi;
import io.plumbline.dialects.openscale.wire.SparkSchemasApi;
import io.plumbline.dialects.openscale.wire.SubscriptionsApi;
import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Resource;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.Ingest;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.registration.Registration;
import io.plumbline.domain.resource.Resources;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.Credential;
import io.plumbline.http.server.AccessLog;
import io.plumbline.http.server.HttpServer;
import io.plumbline.http.server.ServerSettings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions and data sets on a free port, over memory, and a client to call them. */
final class OpenScaleServer implements AutoCloseable {
    private static final Id ORGANIZATION = new Id(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final JsonMapper MAPPER = OpenScaleJson.mapper();

    final MemoryVault vault = new MemoryVault();
    final MemoryRecordStore store = new MemoryRecordStore();
    final MemoryRepository<Dataset> datasetRepository = new MemoryRepository<>();
    final MemoryRepository<Model> modelRepository = new MemoryRepository<>();
    private final Ids ids = Ids.of(() -> NOW, new Random(3));
    private final MemoryRepository<Connection> connectionRepository = new MemoryRepository<>();
    private final MemoryRepository<Project> projectRepository = new MemoryRepository<>();
    private final Resources<Connection> connections =
            resources("connection", connectionRepository, Permission.CONNECTION_READ, Permission.CONNECTION_WRITE);
    private final Resources<Model> models =
            resources("model", modelRepository, Permission.MODEL_READ, Permission.MODEL_WRITE);
    private final Resources<Project> projects =
            resources("project", projectRepository, Permission.PROJECT_READ, Permission.PROJECT_WRITE);
    private final Datasets datasets = new Datasets(
            resources("dataset", datasetRepository, Permission.DATASET_READ, Permission.DATASET_WRITE), store);
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    final String dataMart;
    final String serviceProvider;

    OpenScaleServer() {
        Wire wire = OpenScaleDialect.wire(Limits.DEFAULT);
        Routes routes = new Routes(wire);
        References references = new References(connections, models, projects);
        SubscriptionsApi.routes(
                routes,
                "",
                new SubscriptionsAdapter(new Registration(models, datasets), datasets, references, vault),
                wire);
        DataSetsApi.routes(routes, "", new DataSetsAdapter(datasets, references), wire);
        SparkSchemasApi.routes(routes, "", new SparkSchemasAdapter(), wire);
        server = HttpServer.start(
                ServerSettings.at("127.0.0.1", 0),
                routes,
                OpenScaleServer::caller,
                new PrometheusRegistry(),
                AccessLog.to(OutputStream.nullOutputStream()),
                InstantSource.system());
        dataMart = connection(Connection.Kind.STORE, "{}");
        serviceProvider = connection(Connection.Kind.SCORING, "{\"operational_space_id\":\"production\"}");
    }

    /** Adds a connection and returns its id. */
    String connection(Connection.Kind kind, String attributes) {
        Connection added = connections.add(
                caller("editor"),
                Optional.empty(),
                header -> new Connection(header, kind, "any", "any", "", Optional.empty(), new Document(attributes)));
        return WireId.of(added.id());
    }

    /** Adds a project and returns its id. */
    String project() {
        return WireId.of(projects.add(
                        caller("editor"), Optional.empty(), header -> new Project(header, "any", "", Document.EMPTY))
                .id());
    }

    /** Adds one record with a whole number in each of these columns, as batches that come in do. */
    void record(String dataSet, String... columns) {
        Dataset dataset = datasetRepository
                .find(ORGANIZATION, WireId.read("data set", dataSet))
                .orElseThrow();
        List<BatchColumn> values = Arrays.stream(columns)
                .<BatchColumn>map(name -> new BatchColumn.Integers(name, new long[1], new BitSet()))
                .toList();
        RecordBatch batch = new RecordBatch(new String[] {"r-1"}, new long[1], Optional.empty(), values);
        new Ingest(datasetRepository, modelRepository, store).append(caller("editor"), dataset, "batch", batch);
    }

    /** An answer. */
    record Answer(int status, String text) {
        JsonNode json() {
            return MAPPER.readTree(text);
        }

        /** The body, where the status is this. */
        JsonNode expect(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return text.isEmpty() ? MAPPER.nullNode() : json();
        }

        /** Fails unless the call was refused in the dialect's shape, with a message like this. */
        void expectError(int expected, String message) {
            JsonNode body = expect(expected);
            assertThat(body.path("trace").asString("")).isNotEmpty();
            assertThat(body.path("errors").path(0).path("code").asString("")).startsWith("PLB");
            assertThat(body.path("errors").path(0).path("message").asString("")).contains(message);
        }
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer post(String path, Object body) {
        return call("POST", path, body.toString());
    }

    Answer patch(String path, String body) {
        return call("PATCH", path, body);
    }

    Answer delete(String path) {
        return call("DELETE", path, "");
    }

    Answer call(String method, String path, String body) {
        return call(method, path, body, "application/json", "editor");
    }

    Answer call(String method, String path, String body, String contentType, String who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/v2" + path))
                .header("Authorization", "Bearer " + who)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    private <T extends Resource<T>> Resources<T> resources(
            String name, MemoryRepository<T> repository, Permission read, Permission write) {
        return new Resources<>(new Resources.Kind(name, read, write), repository, new NoAudit(), ids, () -> NOW);
    }

    private static Caller caller(Credential credential) {
        return caller(((Credential.Bearer) credential).value());
    }

    private static Caller caller(String who) {
        Role role = who.equals("viewer") ? Role.VIEWER : Role.EDITOR;
        Id organization = who.equals("stranger") ? new Id(9, 9) : ORGANIZATION;
        return new Caller(organization, new Id(1, 2), who, List.of(new Grant(role, Optional.empty())));
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
