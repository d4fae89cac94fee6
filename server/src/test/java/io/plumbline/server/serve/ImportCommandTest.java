package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.Plumbline;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {
    private static final String KEY = "sesame-open";
    private static final int ROWS = 12_000;

    @TempDir
    private Path folder;

    private Server server;
    private OpenScaleClient client;
    private String dataSet;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Map<Setting, String> settings = Map.of(
                Setting.DATA,
                folder.resolve("data").toString(),
                Setting.PORT,
                "0",
                Setting.ADMIN_KEY,
                KEY,
                Setting.ACCESS_LOG,
                "");
        Configuration configuration = Configuration.of(Settings.of(settings, Map.of(), Optional.empty()));
        server = Server.start(configuration, new Announcements(new PrintWriter(Writer.nullWriter())));
        client = new OpenScaleClient(URI.create(address()), KEY);
        dataSet = client.makeDataSet();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void everyRowComesInOnceHoweverOftenItIsSent() throws Exception {
        Path file = readings(ROWS);

        Plumbline first = run(file);
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).isEqualTo("12,000 rows of " + file + " are in the data set.\n");
        assertThat(count()).isEqualTo(ROWS);

        assertThat(run(file).out()).contains("of which 12,000 were there from an earlier import");
        assertThat(count()).isEqualTo(ROWS);
    }

    @Test
    void valuesComeInAsTheyStandInTheFile() throws Exception {
        Path file = Files.writeString(
                folder.resolve("few.csv"),
                "id,at,amount,kind\na,2026-03-01T12:00:00Z,1.5,\"x \"\"y\"\"\"\nb,2026-03-01T13:00:00Z,,é\n");
        assertThat(run(file).exitCode()).isZero();

        JsonNode records = client.get("/v2/data_sets/" + dataSet + "/records?format=dict&order=id:asc")
                .get("records");
        assertThat(records.get(0).at("/metadata/id").asString()).isEqualTo("a");
        assertThat(records.get(0).at("/entity/values/amount").asDouble()).isEqualTo(1.5);
        assertThat(records.get(0).at("/entity/values/kind").asString()).isEqualTo("x \"y\"");
        assertThat(records.get(0).at("/entity/values/at").asString()).startsWith("2026-03-01T12:00:00");
        assertThat(records.get(1).at("/entity/values/amount").isNull()).isTrue();
        assertThat(records.get(1).at("/entity/values/kind").asString()).isEqualTo("é");
    }

    @Test
    void whatTheServerRefusesIsTold() throws IOException {
        Path file = readings(3);

        assertThat(Plumbline.run("import", dataSet, file, "--server", address(), "--key", "wrong-key")
                        .err())
                .startsWith("plumbline: The server answers 401: ");
        assertThat(Plumbline.run("import", "no-such", file, "--server", address(), "--key", KEY)
                        .err())
                .startsWith("plumbline: The server answers 404: ");
        assertThat(Plumbline.run("import", dataSet, file).err()).contains("PLUMBLINE_KEY");
        assertThat(Plumbline.run("import", dataSet, folder.resolve("none"), "--key", KEY)
                        .isRefused())
                .isTrue();
        assertThat(Plumbline.run("import", dataSet, file, "--server", "http://127.0.0.1:1", "--key", KEY)
                        .err())
                .contains("does not answer")
                .contains("run the same command again");
    }

    private Plumbline run(Path file) {
        return Plumbline.runIn(Map.of("PLUMBLINE_KEY", KEY), "import", dataSet, file, "--server", address() + "/");
    }

    private long count() throws IOException, InterruptedException {
        return client.get("/v2/data_sets/" + dataSet + "/records?limit=1&include_total_count=true")
                .get("total_count")
                .asLong();
    }

    private Path readings(int rows) throws IOException {
        StringBuilder text = new StringBuilder("id,at,amount,kind\n");
        for (int row = 0; row < rows; row++) {
            text.append(String.format("r%d,2026-03-01T%02d:00:00Z,%d.5,k%d%n", row, row % 24, row, row % 3));
        }
        return Files.writeString(folder.resolve("readings.csv"), text);
    }
}
