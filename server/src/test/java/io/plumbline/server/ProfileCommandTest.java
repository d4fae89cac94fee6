package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Profiles: how they are written, and compared in place of data. */
class ProfileCommandTest extends ComparedFiles {

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
    void aSchemaMaySpeakOfAColumnThatOnlyTheBaselineHas() throws IOException {
        Path labelled = write("labelled.csv", "amount,risk\n2.5,1\n3.5,0\n");
        Path schema =
                write("schema.json", "{\"columns\":[{\"name\":\"risk\",\"type\":\"boolean\",\"role\":\"target\"}]}");
        Path baseline = folder.resolve("labelled.plp");
        assertThat(Plumbline.run("profile", labelled, "-o", baseline, "--schema", schema)
                        .exitCode())
                .isZero();

        Path output = folder.resolve("train.plp");
        Plumbline refused = Plumbline.run("profile", train, "-o", output, "--schema", schema);
        Plumbline run = Plumbline.run("profile", train, "-o", output, "--schema", schema, "--baseline", baseline);

        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.err()).contains("The schema names the column 'risk', which the data does not have.");
        assertThat(run.exitCode()).isZero();
    }
}
