package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.demo.CreditDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesCommandTest {
    @TempDir
    private Path parent;

    @Test
    void writesComparesAndReportsWhatWasPlanted() throws IOException {
        Path folder = parent.resolve("demo");

        Plumbline run = Plumbline.run("demo", "files", "--data", folder, "--rows", "4000");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("4,000 rows")
                .contains("1,000 rows")
                .contains("HTML report: " + folder.resolve("report.html"));
        CreditDemo.plantedEvents().forEach(event -> assertThat(run.out()).contains(event.description()));
        assertThat(Files.readString(folder.resolve("report.html"))).startsWith("<!doctype html>");
    }

    @Test
    void callsDriftWhatWasMadeToDriftAndFindsTheRest() {
        String out =
                Plumbline.run("demo", "files", "--data", parent.resolve("demo")).out();

        assertThat(row(out, "interest_rate")).contains(" yes ");
        assertThat(row(out, "credit_utilization")).contains(" yes ");
        assertThat(row(out, "online_application")).contains(" yes ");
        assertThat(row(out, "savings_balance")).containsPattern("1[0-9](\\.[0-9])?\u202f%");
        assertThat(row(out, "loan_purpose")).contains("(solar_panels)");
        assertThat(row(out, "age ")).containsPattern("[0-9]+ rows above the range");
        assertThat(row(out, "gender")).contains(" no ");
        assertThat(row(out, "annual_income")).contains(" no ");
    }

    private static String row(String out, String column) {
        return out.lines().filter(line -> line.startsWith(column)).findFirst().orElseThrow();
    }

    @Test
    void aForeignFolderIsLeftAloneUnlessItIsTaken() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "mine");

        Plumbline refused = Plumbline.run("demo", "files", "--data", parent, "--rows", "200");

        assertThat(refused.isRefused()).isTrue();
        assertThat(parent.resolve("report.html")).doesNotExist();
        assertThat(Plumbline.run("demo", "files", "--data", parent, "--rows", "200", "--reset")
                        .exitCode())
                .isZero();
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThat(Plumbline.run("demo", "files", "--rows", "3").isRefused()).isTrue();
    }
}
