package io.plumbline.server.dialect;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.KeySecrets;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.identity.User;
import io.plumbline.domain.project.Project;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import io.plumbline.store.records.log.DamagePolicy;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server with users of every role, of two organizations, and a client to call it. Each user's API key is its name and {@code -key}. */
public final class RunningServer implements AutoCloseable {
    public static final String ADMIN = "ada";
    public static final String EDITOR = "edith";
    public static final String VIEWER = "victor";
    public static final String STRANGER = "stan";
    /** Edits {@link #CREDIT}, reads {@link #CLAIMS}, and holds no role in the organization. */
    public static final String MEMBER = "mia";

    public static final String PASSWORD = "correct horse";

    private static final String HASH = new Passwords(new Random(1), 1).hash(PASSWORD);

    public static final Id OURS = new Id(1_700_000_000, 1);
    public static final Id THEIRS = new Id(1_700_000_000, 2);
    public static final Id CREDIT = new Id(1_700_000_000, 3);
    public static final Id CLAIMS = new Id(1_700_000_000, 4);

    /** A database with the users and nothing else. Copying it is far quicker than hashing their passwords for each server. */
    private static final byte[] USERS = users();

    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningServer(Server server) {
        this.server = server;
    }

    /** Starts it on this folder, which is empty. */
    public static RunningServer start(Path data) throws IOException {
        Files.createDirectories(data);
        Files.write(data.resolve("plumbline.db"), USERS);
        Configuration configuration = new Configuration(
                0,
                "127.0.0.1",
                data,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                data.resolve("keys"),
                Optional.empty(),
                Optional.of("administrator-key"),
                "",
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                DamagePolicy.REFUSE,
                Set.of(),
                Set.of());
        return new RunningServer(Server.start(configuration, new Announcements(new PrintWriter(Writer.nullWriter()))));
    }

    private static byte[] users() {
        try {
            Path file = Files.createTempFile("plumbline-users", ".db");
            addUsers(file);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addUsers(Path file) {
        Database database = Database.sqlite(file);
        SqlIdentities identities = new SqlIdentities(database);
        identities.addOrganization(new Organization(OURS, "ours", Instant.EPOCH));
        identities.addOrganization(new Organization(THEIRS, "theirs", Instant.EPOCH));
        addUser(identities, OURS, ADMIN, 1, everywhere(Role.ADMIN));
        addUser(identities, OURS, EDITOR, 2, everywhere(Role.EDITOR));
        addUser(identities, OURS, VIEWER, 3, everywhere(Role.VIEWER));
        addUser(identities, THEIRS, STRANGER, 4, everywhere(Role.ADMIN));
        addUser(
                identities,
                OURS,
                MEMBER,
                5,
                List.of(new Grant(Role.EDITOR, Optional.of(CREDIT)), new Grant(Role.VIEWER, Optional.of(CLAIMS))));
        Repository<Project> projects = SqlRepository.projects(database);
        projects.add(project(CREDIT, "credit"));
        projects.add(project(CLAIMS, "claims"));
        database.close();
    }

    private static List<Grant> everywhere(Role role) {
        return List.of(new Grant(role, Optional.empty()));
    }

    private static Project project(Id id, String name) {
        Header header = new Header(id, OURS, Optional.of(id), 1, Stamp.made(Instant.EPOCH, ADMIN));
        return new Project(header, name, "", Document.EMPTY);
    }

    private static void addUser(
            SqlIdentities identities, Id organization, String name, long number, List<Grant> grants) {
        Id id = new Id(1_700_000_001, number);
        identities.addUser(new User(id, organization, name, Optional.of(HASH), Instant.EPOCH), grants);
        identities.addKey(new ApiKey(
                new Id(1_700_000_002, number),
                id,
                "test",
                KeySecrets.hash(name + "-key"),
                Instant.EPOCH,
                Optional.empty()));
    }

    /** Where it answers. */
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** A request to this path. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls as this user, or as nobody; a text goes along as JSON. */
    public Answer call(@Nullable String user, String method, String path, @Nullable String body) {
        return call(user, method, path, "application/json", body);
    }

    /** The same with a body of this type. */
    public Answer call(@Nullable String user, String method, String path, String contentType, @Nullable String body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).method(method, publisher);
        if (user != null) {
            request.header("Authorization", "Bearer " + user + "-key");
        }
        return new Answer(send(request));
    }

    /** Reads as the administrator. */
    public Answer get(String path) {
        return call(ADMIN, "GET", path, null);
    }

    /** Posts as the administrator. */
    public Answer post(String path, String body) {
        return call(ADMIN, "POST", path, body);
    }

    /** Patches as the administrator. */
    public Answer patch(String path, String body) {
        return call(ADMIN, "PATCH", path, body);
    }

    /** Deletes as the administrator. */
    public Answer delete(String path) {
        return call(ADMIN, "DELETE", path, null);
    }

    /** An answer. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(text());
        }

        public String id() {
            return json().at("/metadata/id").asString();
        }

        public String entity(String field) {
            return json().path("entity").path(field).asString("");
        }
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        server.close();
    }
}
