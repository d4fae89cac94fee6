package io.plumbline.measures.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.plumbline.measures.golden.SharedGolden;
import io.plumbline.measures.performance.BinaryCodes;
import io.plumbline.measures.performance.PerformanceScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Credit data with a known bias; the counts were taken from the file by awk. */
class GermanCreditTest {
    private static final int SEX = 8;
    private static final int AGE = 12;
    private static final int RISK = 20;
    private static final BinaryCodes RISKS = BinaryCodes.of(Set.of("No Risk"), Set.of("Risk"));
    private static final BitSet NONE_MISSING = new BitSet();

    @Test
    void womenAndTheYoungGetNoRiskMoreOften() throws IOException {
        Optional<Path> file = SharedGolden.file("data/german-credit/german_credit_data_biased_training.csv");
        assumeThat(file).as("the credit data").isPresent();
        List<String[]> rows = Files.readAllLines(file.orElseThrow()).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        Group female = new Group.Value("female");
        Group young = new Group.Range(18, 25);
        FairnessSpec sex = new FairnessSpec("Sex", List.of(female), List.of(new Group.Value("male")));
        FairnessSpec age = new FairnessSpec("Age", List.of(young), List.of(new Group.Range(26, 75)));
        double[] ages =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[AGE])).toArray();

        assertThat(fairness(sex, sex.texts(column(rows, SEX), NONE_MISSING), rows, female))
                .isCloseTo(100 * (1335.0 / 1896) / (1995.0 / 3104), within(1e-9));
        assertThat(fairness(age, age.numbers(ages, NONE_MISSING), rows, young))
                .isCloseTo(100 * (899.0 / 966) / (2431.0 / 4034), within(1e-9));
    }

    private static double fairness(FairnessSpec spec, int[] groups, List<String[]> rows, Group group) {
        FairnessProfileBuilder builder = new FairnessProfileBuilder(spec);
        builder.add(FairnessRows.of(groups, RISKS.texts(column(rows, RISK), NONE_MISSING)));
        PerformanceScore score = (PerformanceScore)
                FairnessMeasures.find("fairness_value@openscale").orElseThrow().measure(builder.build(), group, 0);
        return score.value();
    }

    private static String[] column(List<String[]> rows, int place) {
        return rows.stream().map(row -> row[place]).toArray(String[]::new);
    }
}
