package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.archives.DriftAdapter;
import io.plumbline.dialects.openscale.archives.DriftV2Adapter;
import io.plumbline.dialects.openscale.monitors.MonitorCopies;
import io.plumbline.dialects.openscale.monitors.MonitorDefinitionsAdapter;
import io.plumbline.dialects.openscale.monitors.MonitorInstancesAdapter;
import io.plumbline.dialects.openscale.monitors.MonitorsInView;
import io.plumbline.dialects.openscale.records.MemoryRecords;
import io.plumbline.dialects.openscale.wire.DataSetsApi;
import io.plumbline.dialects.openscale.wire.DriftApi;
import io.plumbline.dialects.openscale.wire.DriftV2Api;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionsApi;
import io.plumbline.dialects.openscale.wire.MonitorInstancesApi;
import io.plumbline.dialects.openscale.wire.SparkSchemasApi;
import io.plumbline.dialects.openscale.wire.SubscriptionsApi;
import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Resource;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.baseline.Baselines;
import io.plumbline.domain.check.Backlog;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.CronCalendar;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.domain.monitor.MonitorRules;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.project.Projects;
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
import java.net.http.HttpHeaders;
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

/** Subscriptions, data sets and monitors on a free port, over memory, and a client to call them. */
public final class OpenScaleServer implements AutoCloseable {
    private static final Id ORGANIZATION = new Id(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    public static final int LARGEST_ARCHIVE = 1000;
    public static final JsonMapper MAPPER = OpenScaleJson.mapper();

    final MemoryVault vault = new MemoryVault();
    final MemoryRecords store = new MemoryRecords();
    final MemoryBlobs blobs = new MemoryBlobs();
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
    private final Resources<Dataset> datasetResources =
            resources("dataset", datasetRepository, Permission.DATASET_READ, Permission.DATASET_WRITE);
    private final Datasets datasets = new Datasets(datasetResources, store);
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public final String dataMart;
    final String serviceProvider;

    /** Starts it. */
    public OpenScaleServer() {
        Wire wire = OpenScaleDialect.wire(Limits.DEFAULT);
        Routes routes = new Routes(wire);
        References references = new References(connections, models, new Projects(projects, List.of()));
        Resources<Monitor> monitorResources = resources(
                "monitor", new MemoryRepository<Monitor>(), Permission.MONITOR_READ, Permission.MONITOR_WRITE);
        MonitorDefinitions definitions = new MonitorDefinitions(
                resources(
                        "monitor definition",
                        new MemoryRepository<CustomMonitor>(),
                        Permission.MONITOR_READ,
                        Permission.MONITOR_WRITE),
                monitorResources);
        MonitorArchives archives = new MonitorArchives(
                resources(
                        "monitor archive",
                        new MemoryRepository<MonitorArchive>(),
                        Permission.MONITOR_READ,
                        Permission.MONITOR_WRITE),
                blobs,
                ids,
                LARGEST_ARCHIVE);
        Monitors monitors = new Monitors(
                monitorResources, definitions, archives, modelRepository, MonitorRules.NONE, new NoCalendar());
        Registration registration = new Registration(
                models,
                datasets,
                monitors,
                new Baselines(
                        resources(
                                "baseline",
                                new MemoryRepository<Baseline>(),
                                Permission.MONITOR_READ,
                                Permission.MONITOR_WRITE),
                        datasetResources,
                        new NoBaselineProfiles()));
        FeedbackTables feedbackTables = new FeedbackTables(registration, datasets, references);
        SubscriptionsApi.routes(
                routes,
                "",
                new SubscriptionsAdapter(
                        registration,
                        datasets,
                        references,
                        vault,
                        new MonitorCopies(monitors, definitions, feedbackTables)),
                wire);
        MonitorInstancesApi.routes(
                routes,
                "",
                new MonitorInstancesAdapter(
                        monitors,
                        definitions,
                        references,
                        feedbackTables,
                        monitor -> Optional.of(new Backlog(Dataset.Kind.LABELS, 7, 2, Optional.of(NOW)))),
                wire);
        MonitorDefinitionsApi.routes(routes, "", new MonitorDefinitionsAdapter(definitions, references), wire);
        DriftApi.routes(routes, "", new DriftAdapter(archives, new MonitorsInView(monitors), references), wire);
        DriftV2Api.routes(routes, "", new DriftV2Adapter(archives, references), wire);
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
    public String connection(Connection.Kind kind, String attributes) {
        Connection added = connections.add(
                caller("editor"),
                Optional.empty(),
                header -> new Connection(header, kind, "any", "any", "", Optional.empty(), new Document(attributes)));
        return WireId.of(added.id());
    }

    /** Adds a project and returns its id. */
    public String project() {
        return WireId.of(projects.add(
                        caller("editor"), Optional.empty(), header -> new Project(header, "any", "", Document.EMPTY))
                .id());
    }

    /** The dataset that a data set stands for. */
    Dataset dataset(String dataSet) {
        return datasetRepository
                .find(ORGANIZATION, WireId.read("data set", dataSet))
                .orElseThrow();
    }

    /** Adds one record with a whole number in each of these columns, as batches that come in do. */
    void record(String dataSet, String... columns) {
        Dataset dataset = dataset(dataSet);
        List<BatchColumn> values = Arrays.stream(columns)
                .<BatchColumn>map(name -> new BatchColumn.Integers(name, new long[1], new BitSet()))
                .toList();
        RecordBatch batch = new RecordBatch(new String[] {"r-1"}, new long[1], Optional.empty(), values);
        new Ingest(datasetRepository, modelRepository, store).append(caller("editor"), dataset, "batch", batch);
    }

    /** An answer. */
    public record Answer(int status, String text, HttpHeaders headers) {
        public JsonNode json() {
            return MAPPER.readTree(text);
        }

        /** The body, where the status is this. */
        public JsonNode expect(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return text.isEmpty() ? MAPPER.nullNode() : json();
        }

        /** Fails unless the call was refused in the dialect's shape, with a message like this. */
        public void expectError(int expected, String message) {
            JsonNode body = expect(expected);
            assertThat(body.path("trace").asString("")).isNotEmpty();
            assertThat(body.path("errors").path(0).path("code").asString("")).startsWith("PLB");
            assertThat(body.path("errors").path(0).path("message").asString("")).contains(message);
        }
    }

    public Answer get(String path) {
        return call("GET", path, "");
    }

    public Answer post(String path, Object body) {
        return call("POST", path, body.toString());
    }

    public Answer patch(String path, String body) {
        return call("PATCH", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, "");
    }

    public Answer call(String method, String path, String body) {
        return call(method, path, body, "application/json", "editor");
    }

    public Answer call(String method, String path, String body, String contentType, String who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/v2" + path))
                .header("Authorization", "Bearer " + who)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
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

    /** This dialect has no words for cron expressions. */
    private static final class NoCalendar implements CronCalendar {
        @Override
        public Instant next(Schedule.Cron cron, Instant after) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check(Schedule.Cron cron) {
            throw new UnsupportedOperationException();
        }
    }
}
