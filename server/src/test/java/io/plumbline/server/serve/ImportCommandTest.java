package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.Plumbline;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(first.out()).isEqualTo("12,000 rows of " + file + " are in the dataset.\n");
        assertThat(count()).isEqualTo(ROWS);

        assertThat(run(file).out()).contains("12,000 rows").contains("they were there from an earlier import");
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
    void numbersThatJsonDoesNotHaveComeIn() throws Exception {
        Path file = Files.writeString(folder.resolve("odd.csv"), "id,at,amount,kind\na,,nan,x\nb,,inf,y\nc,,1,z\n");
        assertThat(run(file).err()).isEmpty();
        assertThat(count()).isEqualTo(3);
        assertThat(stored("SELECT count(*) FROM records WHERE isnan(amount) OR isinf(amount)"))
                .isEqualTo(2);
    }

    private long stored(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String files = folder.resolve("data/records/*/*.parquet").toString();
            statement.execute("CREATE VIEW records AS FROM read_parquet('" + files + "')");
            ResultSet result = statement.executeQuery(sql);
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void aDataSetIsFoundByItsName() throws Exception {
        Path file = readings(3);
        Path compressed = folder.resolve("more.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write("id,amount\nm,7.5\n".getBytes(StandardCharsets.UTF_8));
        }
        Plumbline sent = Plumbline.run("import", "readings", file, compressed, "--server", address(), "--key", KEY);
        assertThat(sent.err()).isEmpty();
        assertThat(sent.out().lines()).hasSize(2);
        assertThat(count()).isEqualTo(4);

        client.makeDataSet();
        Plumbline refused = Plumbline.run("import", "readings", file, "--server", address(), "--key", KEY);
        assertThat(refused.isRefused()).as(refused.err()).isTrue();
        assertThat(refused.err()).contains("several datasets named 'readings'");
    }

    @Test
    void columnsCanBeNamedForIdAndTime() throws Exception {
        Path file = Files.writeString(folder.resolve("own.txt"), "amount|key|when\n1|k1|2026-03-01T12:00:00Z\n");
        Plumbline sent = Plumbline.run(
                "import",
                dataSet,
                file,
                "--server",
                address(),
                "--key",
                KEY,
                "--record-id",
                "key",
                "--event-time",
                "when",
                "--delimiter",
                "|",
                "--format",
                "csv",
                "--header",
                "true");
        assertThat(sent.err()).isEmpty();
        JsonNode record =
                client.get("/v2/data_sets/" + dataSet + "/records?format=dict").at("/records/0");
        assertThat(record.at("/metadata/id").asString()).isEqualTo("k1");
    }

    @Test
    void whatTheServerRefusesIsTold() throws IOException {
        Path file = readings(3);

        assertThat(Plumbline.run("import", dataSet, file, "--server", address(), "--key", "wrong-key")
                        .err())
                .startsWith("plumbline: The server answers 401: ");
        assertThat(Plumbline.run("import", "reading", file, "--server", address(), "--key", KEY)
                        .err())
                .startsWith("plumbline: There is no dataset 'reading'. There are: readings (");
        assertThat(Plumbline.run("import", dataSet, file).err()).contains("PLUMBLINE_KEY");
        assertThat(Plumbline.run("import", dataSet, folder.resolve("none"), "--key", KEY)
                        .isRefused())
                .isTrue();
        assertThat(Plumbline.run("import", dataSet, file, "--server", "http://127.0.0.1:1", "--key", KEY)
                        .err())
                .contains("does not answer")
                .contains("run the same command again");
    }

    @Test
    void whoMayNotWriteLearnsSoBeforeALargeFileIsSent() throws IOException {
        Path data = folder.resolve("data");
        assertThat(Plumbline.run("users", "add", "vera", "--data", data).exitCode())
                .isZero();
        String key = Plumbline.run("keys", "create", "--user", "vera", "--data", data)
                .out()
                .strip();
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        Plumbline refused = Plumbline.run("import", dataSet, file, "--server", address(), "--key", key);
        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.err())
                .startsWith("plumbline: The server answers 403: ")
                .contains("record.write");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "'id,amount\n'|no rows",
                "'id,amount\na,1\nb,2,3\n'|line 3",
                "'id,amount\na,1\nb,two\n'|row 2: the column amount",
                "'id,amount\na,1\na,2\n'|row 2: the column id has the value \"a\" of row 1"
            })
    void aFileThatIsWrongIsRefusedInOneLine(String content, String reason) throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.csv"), content.translateEscapes());
        Plumbline refused = run(file);
        assertThat(refused.isRefused()).as(refused.err()).isTrue();
        assertThat(refused.err())
                .startsWith("plumbline: The server answers 400: ")
                .contains(reason);
        assertThat(count()).isZero();
        assertThat(folder.resolve("data/spool")).isEmptyDirectory();
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
