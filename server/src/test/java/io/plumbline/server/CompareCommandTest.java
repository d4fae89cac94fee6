package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes of a comparison and where it goes. */
class CompareCommandTest extends ComparedFiles {

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
}
