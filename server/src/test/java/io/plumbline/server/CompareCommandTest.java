package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
    @TempDir
    private Path folder;

    private Path train = Path.of("");
    private Path same = Path.of("");
    private Path moved = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        train = write("train.csv", 0, "phone");
        same = write("same.csv", 0, "phone");
        moved = write("moved.csv", 60, "online");
    }

    private Path write(String name, int shift, String channel) throws IOException {
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> i + "," + (20 + i % 100 + shift) + ".5," + (i % 3 == 0 ? channel : "branch"))
                .collect(Collectors.joining("\n", "id,amount,channel\n", "\n"));
        return Files.writeString(folder.resolve(name), rows);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void printsATableWithAVerdict() {
        Plumbline run = Plumbline.run("compare", train, moved, "--columns", "amount,channel");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Reference: " + train + ", 400 rows, 3 columns")
                .contains("psi@1")
                .contains("All 2 columns have drifted.")
                .contains("new categories in 134 rows (online)")
                .doesNotContain("\u001b");
    }

    @Test
    void printsJson() {
        Plumbline run = Plumbline.run("compare", train, moved, "--format", "json");

        JsonNode json = json(run.out());
        assertThat(run.exitCode()).isZero();
        assertThat(json.at("/reference/rows").asLong()).isEqualTo(400);
        assertThat(json.at("/columns/1/name").asString()).isEqualTo("amount");
        assertThat(json.at("/columns/1/results/0/definition").asString()).isEqualTo("psi@1");
        assertThat(json.at("/dataset/drifted_columns").asInt()).isEqualTo(2);
        assertThat(json.at("/dataset/preset").asString()).isEqualTo("plumbline-1");
    }

    @Test
    void printsHtml() {
        Plumbline run = Plumbline.run("compare", train, moved, "--format", "html");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("<!doctype html>").contains("channel").endsWith("</html>\n");
    }

    @Test
    void writesAFileInTheFormatOfItsName() throws IOException {
        Path output = folder.resolve("report.json");

        Plumbline run = Plumbline.run("compare", train, moved, "-o", output);

        assertThat(run.exitCode()).isZero();
        assertThat(json(Files.readString(output)).at("/dataset/columns").asInt())
                .isEqualTo(3);
        assertThat(run.out()).contains("2 of 3 columns have drifted.").contains("The JSON is in " + output + ".");
    }

    @Test
    void driftIsAnExitCodeOnlyWhereItIsAskedFor() {
        assertThat(Plumbline.run("compare", train, moved).exitCode()).isZero();
        assertThat(Plumbline.run("compare", train, moved, "--fail-on-drift").exitCode())
                .isEqualTo(1);
        assertThat(Plumbline.run("compare", train, same, "--fail-on-drift").exitCode())
                .isZero();
    }

    @Test
    void aSchemaGivesRoles() throws IOException {
        Path schema =
                Files.writeString(folder.resolve("schema.json"), "{\"columns\":[{\"name\":\"id\",\"role\":\"id\"}]}");

        Plumbline run = Plumbline.run("compare", train, same, "--schema", schema, "--format", "json");

        assertThat(json(run.out()).at("/dataset/columns").asInt()).isEqualTo(2);
    }

    @Test
    void measuresAreTakenInTheOrderTheyAreNamed() {
        Plumbline run =
                Plumbline.run("compare", train, moved, "--measure", "js", "--measure", "psi@1", "--format", "json");

        JsonNode results = json(run.out()).at("/columns/1/results");
        assertThat(results.at("/0/definition").asString()).isEqualTo("js@1");
        assertThat(results.at("/1/definition").asString()).isEqualTo("psi@1");
    }

    @Test
    void aCorrectionIsTakenFromTheCommandLine() {
        Plumbline run = Plumbline.run(
                "compare",
                train,
                moved,
                "--measure",
                "chi2",
                "--correction",
                "benjamini-yekutieli",
                "--format",
                "json");

        assertThat(json(run.out()).at("/dataset/method").asString()).contains("Benjamini-Yekutieli");
    }

    @Test
    void anotherProfileIsChosenByName() {
        Plumbline run = Plumbline.run("compare", train, moved, "--profile", "evidently-0.7", "--format", "json");

        assertThat(json(run.out()).at("/dataset/preset").asString()).isEqualTo("evidently-0.7");
    }

    @Test
    void aMissingFileIsNamed() {
        Plumbline run = Plumbline.run("compare", train, folder.resolve("none.csv"));

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("none.csv: no such file");
    }

    @Test
    void anUnknownMeasureHasNearOnesNamed() {
        Plumbline run = Plumbline.run("compare", train, moved, "--measure", "pis");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("no measure 'pis'").contains("psi@1").contains("plumbline measures");
    }

    @Test
    void anUnknownProfileHasNearOnesNamed() {
        Plumbline run = Plumbline.run("compare", train, moved, "--profile", "evidently");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("Did you mean evidently-0.7?");
    }

    @Test
    void anUnknownCorrectionIsRefused() {
        Plumbline run = Plumbline.run("compare", train, moved, "--correction", "bonferroni");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("none, benjamini-hochberg, benjamini-yekutieli");
    }

    @Test
    void anUnknownColumnHasANearOneNamed() {
        Plumbline run = Plumbline.run("compare", train, moved, "--columns", "amonut");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("amonut").contains("'amount'");
    }

    @Test
    void aSchemaOfOtherColumnsIsRefused() throws IOException {
        Path schema = Files.writeString(
                folder.resolve("schema.json"), "{\"columns\":[{\"name\":\"chanel\",\"role\":\"id\"}]}");

        Plumbline run = Plumbline.run("compare", train, same, "--schema", schema);

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("'chanel'").contains("'channel'");
    }

    @Test
    void profilesStandInForData() throws IOException {
        Path before = folder.resolve("train.plp");
        Path now = folder.resolve("moved.plp");

        assertThat(Plumbline.run("profile", train, "-o", before).out())
                .isEqualTo("The profile of " + train + " (400 rows, 3 columns) is in " + before + ".\n");
        assertThat(Plumbline.run("profile", moved, "-o", now, "--baseline", before)
                        .exitCode())
                .isZero();

        JsonNode ofData = json(Plumbline.run("compare", train, moved, "--measure", "psi", "--format", "json")
                .out());
        JsonNode ofProfiles = json(Plumbline.run("compare", before, now, "--measure", "psi", "--format", "json")
                .out());
        JsonNode ofBoth = json(Plumbline.run("compare", before, moved, "--measure", "psi", "--format", "json")
                .out());
        for (String path : List.of("/columns/1/results/0/value", "/columns/2/results/0/value", "/dataset/share")) {
            assertThat(ofData.at(path).asDouble()).isPositive();
            double value = ofData.at(path).asDouble();
            assertThat(ofProfiles.at(path).asDouble()).isCloseTo(value, withinPercentage(5));
            assertThat(ofBoth.at(path).asDouble()).isEqualTo(ofProfiles.at(path).asDouble());
        }
    }

    @Test
    void aFileThatOnlyEndsLikeProfilesIsRefused() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.plp"), "not a profile");

        Plumbline run = Plumbline.run("compare", broken, train);

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("broken.plp").contains("plumbline profile");
    }

    @Test
    void anInputIsNotOverwritten() throws IOException {
        String before = Files.readString(train);

        Plumbline run = Plumbline.run("compare", train, moved, "-o", folder.resolve("./train.csv"));

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("is also an input");
        assertThat(train).hasContent(before);
    }

    @Test
    void anInputOfAPatternIsNotOverwritten() {
        Plumbline run = Plumbline.run("compare", folder + "/t*.csv", moved, "-o", train);

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("is also an input");
    }

    @Test
    void anOutputInAMissingFolderIsRefusedBeforeAnythingIsRead() {
        Plumbline run = Plumbline.run("compare", "none.csv", "none.csv", "-o", folder.resolve("none/report.html"));

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("does not exist; create it first.");
    }

    @Test
    void threadsMustBePositive() {
        Plumbline run = Plumbline.run("compare", train, moved, "--threads", "0");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("--threads needs a number from 1 on, not 0.");
    }

    @Test
    void wrongOptionsAreToldInOneLineWithAHint() {
        Plumbline run = Plumbline.run("compare", train, moved, "--formt", "json");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("--format").contains("Try 'plumbline compare --help'.");
    }

    @Test
    void aMissingOperandIsToldInOneLine() {
        assertThat(Plumbline.run("compare", train).isRefused()).isTrue();
    }
}
