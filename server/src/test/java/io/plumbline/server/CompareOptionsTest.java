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
    void theShareOfDriftedColumnsThatDecidesCanBeChosen() {
        assertThat(Plumbline.run("compare", train, moved, "--drifted-share", "0.0001", "--fail-on-drift")
                        .exitCode())
                .isEqualTo(1);
        assertThat(Plumbline.run("compare", train, same, "--drifted-share", "0.0001", "--fail-on-drift")
                        .exitCode())
                .isZero();
        assertThat(Plumbline.run("compare", train, moved, "--drifted-share", "0")
                        .err())
                .contains("must be above 0 and at most 1, not 0");
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
        assertThat(run.err()).contains("--threads needs a number from 1 to 1024, not 0.");
    }

    @Test
    void wrongOptionsAreToldInOneLineWithAHint() {
        Plumbline run = Plumbline.run("compare", train, moved, "--formt", "json");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("--format").contains("Try 'plumbline compare --help'.");
    }

    @Test
    void namesMayStandApartAndInQuotes() throws IOException {
        Path data = write("data.csv", "\"income, net\",age,b\n1,2,3\n2,3,4\n");

        JsonNode json = json(Plumbline.run(
                        "compare",
                        data,
                        data,
                        "--columns",
                        "\"income, net\", age",
                        "--measure",
                        "psi, ks",
                        "--format",
                        "json")
                .out());

        assertThat(json.at("/columns").size()).isEqualTo(2);
        assertThat(json.at("/columns/0/name").asString()).isEqualTo("income, net");
        assertThat(json.at("/columns/0/results").size()).isEqualTo(2);
    }

    @Test
    void aMeasureThatIsNamedTwiceIsTakenOnce() {
        Plumbline run = Plumbline.run("compare", train, moved, "--measure", "psi,psi@1", "--format", "json");

        assertThat(json(run.out()).at("/columns/0/results").size()).isEqualTo(1);
    }

    @Test
    void aProfileWithoutLimitsSaysWhatToTakeForAVerdict() {
        Plumbline run = Plumbline.run("compare", train, moved, "--profile", "fiddler");

        assertThat(run.out())
                .contains("No column could be judged. js@fiddler only measured")
                .contains("plumbline-1")
                .doesNotContain("No measure could be computed")
                .doesNotContain(" no  ");
    }

    @Test
    void failingOnDriftNeedsAJudgement() {
        Plumbline run = Plumbline.run("compare", train, moved, "--profile", "fiddler", "--fail-on-drift");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("--fail-on-drift").contains("no column could be judged");
    }

    @Test
    void columnsThatCouldNotBeJudgedAreCounted() throws IOException {
        Path other = write("other.csv", "id,amount,channel\n1,x,phone\n2,y,phone\n");

        Plumbline run = Plumbline.run("compare", train, other);

        assertThat(run.out()).contains("1 column could not be judged.");
    }

    @Test
    void aNameOfAnyLengthIsShortenedInAMessage() throws IOException {
        Path wide = write("wide.csv", "x".repeat(100_000) + "\n1\n");

        Plumbline run = Plumbline.run("compare", wide, train);

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err())
                .hasSizeLessThan(2_000)
                .contains("no column name is in both")
                .contains("channel");
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
