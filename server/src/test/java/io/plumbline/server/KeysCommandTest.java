package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys and users, while a server works on the same data. */
class KeysCommandTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void makeData() throws IOException {
        data = folder.resolve("data");
        start().close();
    }

    private Server start() throws IOException {
        Map<Setting, String> flags = Map.of(
                Setting.DATA, data.toString(),
                Setting.PORT, "0",
                Setting.ADMIN_KEY, "sesame-open",
                Setting.ACCESS_LOG, "");
        Configuration configuration = Configuration.of(Settings.of(flags, Map.of(), Optional.empty()));
        return Server.start(configuration, new Announcements(new PrintWriter(Writer.nullWriter())));
    }

    @Test
    void aKeyIsMadeListedAndRevokedWhileTheServerRuns() throws IOException {
        try (Server server = start()) {
            assertThat(server.port()).isPositive();
            Plumbline made = Plumbline.run("keys", "create", "--name", "laptop", "--expires", "90d", "--data", data);
            assertThat(made.exitCode()).isZero();
            assertThat(made.out()).matches("pk_[A-Za-z0-9_-]{43}\n");
            assertThat(made.err()).contains("not shown again");

            JsonNode key = list("keys").get(1);
            assertThat(key.get("name").asString()).isEqualTo("laptop");
            assertThat(key.get("user").asString()).isEqualTo("admin");
            assertThat(key.get("expires_at").asString()).startsWith("20");
            assertThat(list("keys").toString()).doesNotContain(made.out().strip());

            Plumbline revoked = Plumbline.run("keys", "revoke", key.get("id").asString(), "--data", data);
            assertThat(revoked.out()).endsWith("works no more.\n");
            assertThat(list("keys").size()).isEqualTo(1);
        }
    }

    @Test
    void usersAreAddedListedAndGranted() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "correct horse\n");

        assertThat(Plumbline.run("users", "add", "ann", "--password-file", password, "--data", data)
                        .out())
                .isEqualTo("ann was added as viewer.\n");
        assertThat(Plumbline.run("users", "grant", "ann", "editor", "--data", data)
                        .out())
                .isEqualTo("ann is editor now.\n");
        assertThat(Plumbline.run("keys", "create", "--user", "ann", "--data", data)
                        .exitCode())
                .isZero();

        JsonNode ann = list("users").get(1);
        assertThat(ann.get("name").asString()).isEqualTo("ann");
        assertThat(ann.get("roles").asString()).isEqualTo("editor");
        assertThat(ann.get("password").asString()).isEqualTo("yes");
        assertThat(Plumbline.run("users", "list", "--data", data).out()).contains("NAME", "admin");
    }

    private JsonNode list(String what) {
        return JsonMapper.builder()
                .build()
                .readTree(Plumbline.run(what, "list", "--format", "json", "--data", data)
                        .out());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(Plumbline.run("keys", "create", "--user", "bob", "--data", data)
                        .err())
                .isEqualTo("plumbline: user bob not found.\n");
        assertThat(Plumbline.run("keys", "create", "--expires", "soon", "--data", data)
                        .isRefused())
                .isTrue();
        assertThat(Plumbline.run("keys", "revoke", "no-id", "--data", data).err())
                .isEqualTo("plumbline: api key no-id not found.\n");
        assertThat(Plumbline.run("users", "add", "admin", "--data", data).isRefused())
                .isTrue();
        assertThat(Plumbline.run("users", "add", "a:b", "--data", data).isRefused())
                .isTrue();
        assertThat(Plumbline.run("users", "grant", "admin", "king", "--data", data)
                        .isRefused())
                .isTrue();
        assertThat(Plumbline.run("keys").isRefused()).isTrue();
        assertThat(Plumbline.run("users").isRefused()).isTrue();
    }

    @Test
    void aFolderWithoutDataIsRefusedAndNotMade() {
        Path none = folder.resolve("none");
        Plumbline run = Plumbline.run("keys", "list", "--data", none);

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains(none.toString());
        assertThat(none).doesNotExist();
    }

    @Test
    void eachOfTheirCommandsHasHelp() {
        assertThat(Plumbline.run("keys", "create", "--help").out()).startsWith("Usage: plumbline keys create");
        assertThat(Plumbline.run("users", "grant", "--help").out()).startsWith("Usage: plumbline users grant");
    }
}
