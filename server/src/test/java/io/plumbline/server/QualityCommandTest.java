package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QualityCommandTest {
    @TempDir
    private Path folder;

    private Path data = Path.of("");

    /** 40 rows, of which the last two repeat the first two; every tenth amount is missing; copy is x; day is ever later. */
    @BeforeEach
    void writeFile() throws IOException {
        String rows = IntStream.range(0, 40)
                .map(i -> i % 38)
                .mapToObj(i -> i + "," + i + "," + (i % 10 == 0 ? "" : -i * i + ".5") + "," + (i < 39 ? "eur" : "usd")
                        + "," + (i % 2 == 0 ? "even" : "odd") + "," + (i % 2 == 0) + ",2025-01-"
                        + String.format("%02d", 1 + i % 28))
                .collect(Collectors.joining("\n", "x,copy,amount,currency,parity,even,day\n", "\n"));
        data = Files.writeString(folder.resolve("data.csv"), rows);
    }

    private static JsonNode json(Object... arguments) {
        return json(Plumbline.run(arguments).out());
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    /** The words of the line that starts with a column's name. */
    private static String line(Plumbline run, String column) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(column + " "))
                .findFirst()
                .orElseThrow()
                .replaceAll(" +", " ");
    }

    @Test
    void printsALineForEachColumn() {
        Plumbline run = Plumbline.run("quality", data);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(data + ", 40 rows, 7 columns\n\nCOLUMN ")
                .doesNotContain("\u001b");
        assertThat(line(run, "x")).isEqualTo("x integer 40 0\u202f% 38 varying 0 17.6 37 5\u202f%");
        assertThat(line(run, "amount")).startsWith("amount number 40 12.5\u202f% 34 varying −1,370 −462.7 −1.5 ");
        assertThat(line(run, "currency")).isEqualTo("currency text 40 0\u202f% 1 constant 100\u202f%");
        assertThat(line(run, "even")).isEqualTo("even boolean 40 0\u202f% 2 varying 50\u202f%");
        assertThat(line(run, "day"))
                .matches(
                        "day timestamp 40 0\u202f% 28 varying 2025-01-01T00:00:00Z \\S+Z 2025-01-28T00:00:00Z 7.5\u202f%");
    }

    @Test
    void printsDuplicatesAndTheStrongestCorrelations() {
        Plumbline run = Plumbline.run("quality", data);

        assertThat(run.out())
                .contains("2 rows are duplicates of an earlier one (5\u202f%).")
                .contains("Equal in every row: x, copy.")
                .contains("of each two columns the stronger coefficient:");
        String table = run.out().split("coefficient:\n")[1];
        assertThat(table.lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "COLUMN WITH BY VALUE ROWS USED",
                        "x copy Pearson's r 1 40",
                        "x amount Spearman's ρ −1 35",
                        "copy amount Spearman's ρ −1 35",
                        "parity even Cramér's V 1 40");
    }

    @Test
    void printsJsonOfEverything() {
        JsonNode json = json("quality", data, "--format", "json");

        assertThat(json.propertyNames())
                .containsExactly("name", "rows", "columns", "duplicate_rows", "duplicate_columns", "correlations");
        assertThat(json.at("/rows").asLong()).isEqualTo(40);
        assertThat(json.at("/duplicate_rows").asLong()).isEqualTo(2);
        assertThat(json.at("/duplicate_columns").toString()).isEqualTo("[[\"x\",\"copy\"]]");
        assertThat(json.at("/columns").size()).isEqualTo(7);
        JsonNode amount = json.at("/columns/2");
        assertThat(amount.at("/name").asString()).isEqualTo("amount");
        assertThat(amount.at("/type").asString()).isEqualTo("number");
        assertThat(amount.at("/role").asString()).isEqualTo("feature");
        assertThat(amount.at("/quality/missing").asLong()).isEqualTo(5);
        assertThat(amount.at("/quality/distinct").asLong()).isEqualTo(34);
        assertThat(amount.at("/quality/constancy").asString()).isEqualTo("varying");
        JsonNode categories = json.at("/columns/3/quality");
        assertThat(categories.at("/mean").isNull()).isTrue();
        assertThat(categories.at("/constancy").asString()).isEqualTo("constant");
    }

    @Test
    void jsonHasEveryPairWithTheRowsItRestsOn() {
        JsonNode correlations = json("quality", data, "--format", "json").at("/correlations");

        assertThat(correlations.valueStream().map(matrix -> matrix.at("/method").asString()))
                .containsExactly("pearson", "spearman", "cramers_v");
        JsonNode pearson = correlations.at("/0");
        assertThat(pearson.at("/width").asInt()).isEqualTo(50);
        assertThat(pearson.at("/columns").toString()).isEqualTo("[\"x\",\"copy\",\"amount\"]");
        assertThat(pearson.at("/left_out").size()).isZero();
        assertThat(pearson.at("/step").asInt()).isEqualTo(1);
        assertThat(pearson.at("/pairs").size()).isEqualTo(3);
        assertThat(pearson.at("/pairs/1/second").asString()).isEqualTo("amount");
        assertThat(pearson.at("/pairs/1/rows").asLong()).isEqualTo(35);
        // numpy.corrcoef of the same 35 rows
        assertThat(pearson.at("/pairs/1/value").asDouble()).isCloseTo(-0.9674960416026759, within(1e-12));
        // a constant column has no correlation
        assertThat(correlations.at("/2/pairs/0/value").isNull()).isTrue();
    }

    @Test
    void looksOnlyAtTheColumnsAskedFor() {
        JsonNode json = json("quality", data, "--columns", "amount,x", "--format", "json");

        assertThat(json.at("/columns")
                        .valueStream()
                        .map(column -> column.at("/name").asString()))
                .containsExactly("x", "amount");
        assertThat(json.at("/correlations/0/pairs").size()).isEqualTo(1);
        assertThat(json.at("/correlations/2/pairs").size()).isZero();
        assertThat(json.at("/duplicate_columns").size()).isZero();
        assertThat(json.at("/duplicate_rows").asLong()).isEqualTo(2);
    }

    @Test
    void aSchemaGivesTypesAndRoles() throws IOException {
        Path schema = Files.writeString(
                folder.resolve("schema.json"),
                "{\"columns\":[{\"name\":\"parity\",\"type\":\"number\"},{\"name\":\"x\",\"role\":\"id\"}]}");

        Plumbline run = Plumbline.run("quality", data, "--schema", schema);

        assertThat(line(run, "parity")).endsWith("empty 40 rows not of its type");
        assertThat(run.out()).doesNotContain("x copy Pearson's").contains("copy    amount");
    }

    @Test
    void writesAFileInTheFormatOfItsName() throws IOException {
        Path output = folder.resolve("quality.json");

        Plumbline run = Plumbline.run("quality", data, "-o", output, "--threads", "2");

        assertThat(run.out())
                .isEqualTo("40 rows, 7 columns. 2 rows are duplicates of an earlier one (5\u202f%).\nThe JSON is in "
                        + output + ".\n");
        assertThat(json(Files.readString(output)).at("/rows").asInt()).isEqualTo(40);
    }

    @Test
    void threadsDoNotChangeTheAnswer() {
        assertThat(Plumbline.run("quality", data, "--format", "json", "--threads", "1")
                        .out())
                .isEqualTo(Plumbline.run("quality", data, "--format", "json", "--threads", "3")
                        .out());
    }

    @Test
    void columnsThatDoNotFitIntoAMatrixAreNamed() throws IOException {
        String header = IntStream.range(0, 57).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 57).mapToObj(i -> "%1$d").collect(Collectors.joining(","));
        Path wide = Files.writeString(
                folder.resolve("wide.csv"),
                header + "\n" + String.format(row, 1) + "\n" + String.format(row, 2) + "\n");

        Plumbline run = Plumbline.run("quality", wide);

        assertThat(run.out())
                .contains("Pearson's r leaves out c50, c51, c52, c53, c54 and 2 more: it takes up to 50 columns.")
                .doesNotContain("Cramér's V leaves out");
    }

    @Test
    void aHeaderWithoutRowsHasColumnsWithoutValues() throws IOException {
        Path header = Files.writeString(folder.resolve("header.csv"), "a,b\n");

        Plumbline run = Plumbline.run("quality", header);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("0 rows, 2 columns")
                .contains("No row is a duplicate of an earlier one.")
                .contains("No two columns could be correlated.");
        assertThat(line(run, "a")).contains(" 0 empty");
    }

    @Test
    void profilesAreRefused() {
        Path profile = folder.resolve("data.plp");
        assertThat(Plumbline.run("profile", data, "-o", profile).exitCode()).isZero();

        Plumbline run = Plumbline.run("quality", profile);

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("data.plp is a file of profiles, which keep no rows; name the data");
    }

    @Test
    void anUnknownColumnHasTheNearestNamed() {
        Plumbline run = Plumbline.run("quality", data, "--columns", "amonut");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("data.csv has no column 'amonut'; the nearest name is 'amount'");
    }

    @Test
    void aSchemaOfOtherColumnsIsRefused() throws IOException {
        Path schema = Files.writeString(
                folder.resolve("schema.json"), "{\"columns\":[{\"name\":\"amont\",\"role\":\"id\"}]}");

        Plumbline run = Plumbline.run("quality", data, "--schema", schema);

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("The schema names the column 'amont', which the data does not have");
    }

    @Test
    void aMissingFileIsNamed() {
        Plumbline run = Plumbline.run("quality", folder.resolve("none.csv"));

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("none.csv: no such file");
    }

    @Test
    void anInputIsNotOverwritten() throws IOException {
        String before = Files.readString(data);

        Plumbline run = Plumbline.run("quality", data, "-o", data);

        assertThat(run.isRefused()).isTrue();
        assertThat(data).hasContent(before);
    }

    @Test
    void thereIsNoPage() {
        Plumbline run = Plumbline.run("quality", data, "--format", "html");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("html").contains("Try 'plumbline quality --help'.");
    }
}
