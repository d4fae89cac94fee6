package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.fairness.FairnessMeasures;
import io.plumbline.measures.performance.PerformanceDefinition;
import io.plumbline.measures.performance.PerformanceMeasures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlumblineCommandTest {
    @TempDir
    private Path folder;

    @Test
    void helpListsTheCommandsExitCodesAndExamples() {
        Plumbline run = Plumbline.run("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("compare ", "quality ", "profile ", "measures ", "demo ", "generate-completion ")
                .contains("130   Ended by Ctrl-C.")
                .contains("Examples:\n  plumbline demo\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"compare", "quality", "profile", "measures", "demo", "serve", "import", "config", "keys", "users"
            })
    void everyCommandHasHelpWithExamples(String command) {
        Plumbline run = Plumbline.run(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: plumbline " + command).contains("Examples:\n  plumbline " + command);
    }

    @Test
    void versionIsOneLine() {
        assertThat(Plumbline.run("--version").out()).startsWith("plumbline ").hasLineCount(1);
        assertThat(Plumbline.run("compare", "--version").out())
                .startsWith("plumbline ")
                .hasLineCount(1);
    }

    @Test
    void aMistypedCommandHasTheRightOneNamed() {
        Plumbline run = Plumbline.run("comapre");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("Did you mean compare");
    }

    @Test
    void noCommandIsRefused() {
        assertThat(Plumbline.run().isRefused()).isTrue();
    }

    @Test
    void completionKnowsTheOptions() {
        Plumbline run = Plumbline.run("generate-completion");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("--fail-on-drift");
    }

    @Test
    void measuresAreListedWithFormulaAndSource() {
        Plumbline run = Plumbline.run("measures");

        assertThat(run.exitCode()).isZero();
        for (Measure measure : Measures.all()) {
            assertThat(run.out())
                    .contains(measure.definition().id().toString())
                    .contains(measure.definition().formula())
                    .contains(measure.definition().source());
        }
        for (PerformanceDefinition definition : ofPerformance()) {
            assertThat(run.out())
                    .contains(definition.id().toString())
                    .contains(definition.formula())
                    .contains(definition.source());
        }
    }

    @Test
    void measuresAreListedAsJson() {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(Plumbline.run("measures", "--format", "json").out());

        assertThat(json.size())
                .isEqualTo(Measures.all().size() + ofPerformance().size());
        assertThat(json.get(json.size() - 1).propertyNames())
                .containsExactly("id", "title", "formula", "range", "direction", "tasks", "source", "deviations");
        assertThat(json.at("/0").propertyNames())
                .containsExactly(
                        "id",
                        "title",
                        "formula",
                        "range",
                        "direction",
                        "threshold",
                        "threshold_rule",
                        "kinds",
                        "input",
                        "source",
                        "deviations");
    }

    private static List<PerformanceDefinition> ofPerformance() {
        return Stream.concat(PerformanceMeasures.definitions().stream(), FairnessMeasures.definitions().stream())
                .toList();
    }

    @Test
    void profileNeedsAnOutput() {
        Plumbline run = Plumbline.run("profile", "data.csv");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("--output");
    }

    @Test
    void profileDoesNotOverwriteItsInput() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "a\n1\n");

        Plumbline run = Plumbline.run("profile", data, "-o", data);

        assertThat(run.isRefused()).isTrue();
        assertThat(data).hasContent("a\n1\n");
    }
}
