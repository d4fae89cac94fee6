package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Profiles: how they are written, and compared in place of data. */
class ProfileCommandTest extends ComparedFiles {
    /** Of sums that are taken in another order; an interval may end where the value lies. */
    private static final double ROUNDING = 1e-12;

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
    void whatAProfileCallsExactIsWhatTheDataSaysAndIntervalsHoldIt() throws IOException {
        Path before = generated("before.csv", 1, 0);
        Path now = generated("now.csv", 2, 0.3);
        Path profile = profiled(before);
        List<Path> standIns = List.of(now, profiled(now), profiled(now, "--baseline", profile));

        JsonNode ofData = compared(before, now);
        for (Path standIn : standIns) {
            JsonNode ofProfiles = compared(profile, standIn);
            assertThat(ofProfiles.at("/columns").size()).isEqualTo(5);
            for (int column = 0; column < 5; column++) {
                String results = "/columns/" + column + "/results";
                requireConsistent(ofData.at(results), ofProfiles.at(results));
            }
        }
    }

    private static void requireConsistent(JsonNode ofData, JsonNode ofProfiles) {
        assertThat(ofProfiles.size()).isEqualTo(ofData.size()).isPositive();
        for (int i = 0; i < ofData.size(); i++) {
            JsonNode profiled = ofProfiles.get(i);
            assertThat(profiled.at("/definition")).isEqualTo(ofData.get(i).at("/definition"));
            double value = ofData.get(i).at("/value").asDouble();
            if (profiled.at("/value").isNull()) {
                assertThat(profiled.at("/reason").asString()).isNotEmpty();
            } else if (profiled.at("/exact").asBoolean()) {
                assertThat(profiled.at("/value").asDouble())
                        .as(profiled.toString())
                        .isEqualTo(value);
            } else {
                assertThat(value)
                        .as(profiled.toString())
                        .isBetween(
                                profiled.at("/interval/0").asDouble() - ROUNDING,
                                profiled.at("/interval/1").asDouble() + ROUNDING);
            }
        }
    }

    private Path generated(String name, long seed, double shift) throws IOException {
        Random random = new Random(seed);
        return write(
                name,
                Stream.generate(() -> String.join(
                                ",",
                                Double.toString(random.nextGaussian(shift, 1)),
                                Integer.toString((int) (5 + shift + random.nextGaussian())),
                                Integer.toString(random.nextInt(100_000)),
                                random.nextDouble() < 0.3 + shift ? "true" : "false",
                                "category " + (char) ('a' + (int) (random.nextDouble() * (5 + shift)))))
                        .limit(3_000)
                        .collect(Collectors.joining("\n", "number,few,many,truth,text\n", "\n")));
    }

    private Path profiled(Path data, Object... options) {
        Path profile = folder.resolve(data.getFileName() + "-" + options.length + ".plp");
        List<Object> arguments = new ArrayList<>(List.of("profile", data, "-o", profile));
        arguments.addAll(List.of(options));
        assertThat(Plumbline.run(arguments.toArray()).exitCode()).isZero();
        return profile;
    }

    private static JsonNode compared(Path before, Path now) {
        String measures = "psi,js,kl,hellinger,tvd,chi2,ks,wasserstein,psi@whylabs,js@evidently-0.7";
        return json(Plumbline.run("compare", before, now, "--measure", measures, "--format", "json")
                .out());
    }

    @Test
    void aProfileThatIsDamagedCutOffEmptyOrNewerIsRefused() throws IOException {
        Path profile = folder.resolve("train.plp");
        assertThat(Plumbline.run("profile", train, "-o", profile).exitCode()).isZero();
        byte[] whole = Files.readAllBytes(profile);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        byte[] newer = whole.clone();
        newer[4] = 9; // the version stands behind the magic bytes

        assertRefused(damaged, "is damaged");
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "is damaged");
        assertRefused(new byte[0], "is not a profile file");
        assertRefused(newer, "version");
    }

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        Path bad = Files.write(folder.resolve("bad.plp"), bytes);
        Plumbline run = Plumbline.run("compare", bad, train);

        assertThat(run.isRefused()).as(run.err()).isTrue();
        assertThat(run.err()).contains("bad.plp").contains(reason);
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
