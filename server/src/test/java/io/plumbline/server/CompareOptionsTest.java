package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a user may ask of a comparison, and how a wrong wish is refused. */
class CompareOptionsTest extends ComparedFiles {

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
        assertThat(run.err()).contains("'chanel'").contains("Did you mean channel?");
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

    @Test
    void aMissingFileIsNamed() {
        Plumbline run = Plumbline.run("compare", train, folder.resolve("none.csv"));

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("none.csv: no such file");
    }

    @Test
    void aSchemaMaySpeakOfAColumnThatOnlyOneSideHas() throws IOException {
        Path labelled = write("labelled.csv", "id,amount,channel,risk\n1,2.5,branch,1\n2,3.5,phone,0\n");
        Path schema =
                write("schema.json", "{\"columns\":[{\"name\":\"risk\",\"type\":\"boolean\",\"role\":\"target\"}]}");

        Plumbline run = Plumbline.run("compare", labelled, train, "--schema", schema, "--format", "json");

        assertThat(run.err()).isEmpty();
        assertThat(json(run.out()).at("/columns_only_in_reference/0").asString())
                .isEqualTo("risk");
    }
}
