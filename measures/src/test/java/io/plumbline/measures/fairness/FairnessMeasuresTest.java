package io.plumbline.measures.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.performance.BinaryCodes;
import io.plumbline.measures.performance.NotMeasured;
import io.plumbline.measures.performance.PerformanceProfile;
import io.plumbline.measures.performance.PerformanceScore;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairnessMeasuresTest {
    private static final Group FEMALE = new Group.Value("female");
    private static final Group MALE = new Group.Value("male");
    private static final Group YOUNG = new Group.Range(18, 25);
    private static final Group OLDER = new Group.Range(26, 75);
    private static final FairnessSpec SEX = new FairnessSpec("Sex", List.of(FEMALE), List.of(MALE));
    private static final FairnessSpec AGE = new FairnessSpec("Age", List.of(YOUNG), List.of(OLDER));

    @Test
    void fairnessValuesAreThoseThatWatsonOpenScalePublished() {
        // counts and payload fairness values of a published bias summary
        FairnessProfile sex = counted(SEX, 29, 12, 48, 11);
        FairnessProfile age = counted(AGE, 21, 0, 56, 23);

        assertThat(score("fairness_value@openscale", sex, FEMALE).value()).isCloseTo(86.94105691056909, within(1e-9));
        assertThat(score("fairness_value@openscale", age, YOUNG).value()).isCloseTo(141.07142857142858, within(1e-9));
        assertThat(sex.reference().favourableShare()).isCloseTo(0.8135593220338984, within(1e-12));
        assertThat(age.outcomes(YOUNG).favourableShare()).isEqualTo(1);
    }

    @Test
    void groupsAreToldApartByValuesAndRanges() {
        assertThat(AGE.numbers(new double[] {17.99, 18, 25, 25.5, 26, 75, 76, Double.NaN}, new BitSet()))
                .containsExactly(-1, 0, 0, -1, 1, 1, -1, -2);
        assertThat(AGE.integers(new long[] {20, 75, 80}, bits(1))).containsExactly(0, -2, -1);
        assertThat(SEX.texts(new String[] {"male", "female", "other", ""}, bits(3)))
                .containsExactly(1, 0, -1, -2);
        FairnessSpec codes = new FairnessSpec("c", List.of(new Group.Value("2")), List.of(new Group.Value("1.5")));
        assertThat(codes.numbers(new double[] {1.5, 2, 3}, new BitSet())).containsExactly(1, 0, -1);
        FairnessSpec flags = new FairnessSpec("f", List.of(new Group.Value("true")), List.of(new Group.Value("false")));
        assertThat(flags.booleans(new boolean[] {true, false}, new BitSet())).containsExactly(0, 1);
    }

    @Test
    void groupsMustBeApart() {
        assertThatThrownBy(() -> new FairnessSpec("Age", List.of(YOUNG), List.of(new Group.Range(25, 75))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("by Age a row could be of the groups 18-25 and 25-75");
        assertThatThrownBy(() -> new FairnessSpec("Age", List.of(YOUNG), List.of(new Group.Value("20"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FairnessSpec("Sex", List.of(FEMALE), List.of(FEMALE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FairnessSpec("Sex", List.of(), List.of(FEMALE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Group.Range(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsThatCannotBeUsedAreCountedByTheirReason() {
        BinaryCodes codes = BinaryCodes.of(Set.of("No Risk"), Set.of("Risk"));
        int[] groups = SEX.texts(new String[] {"male", "female", "other", "", "male", "male"}, bits(3));
        String[] predictions = {"No Risk", "Risk", "Risk", "Risk", "unknown", ""};
        FairnessProfileBuilder builder = new FairnessProfileBuilder(SEX);
        builder.add(FairnessRows.of(groups, codes.texts(predictions, bits(5))));
        FairnessProfile profile = builder.build();

        assertThat(profile.counts())
                .containsEntry(PerformanceProfile.ROWS, 6L)
                .containsEntry(FairnessProfile.NO_GROUP, 1L)
                .containsEntry(FairnessProfile.MISSING_FEATURE, 1L)
                .containsEntry(PerformanceProfile.UNKNOWN_PREDICTION, 1L)
                .containsEntry(PerformanceProfile.MISSING_PREDICTION, 1L)
                .containsEntry(PerformanceProfile.MISSING_LABEL, 2L);
        assertThat(profile.outcomes(MALE).all().rows()).isEqualTo(1);
    }

    @Test
    void whatCannotBeComputedHasAReason() {
        assertThat(reason("fairness_value@openscale", counted(SEX, 0, 0, 1, 1), FEMALE, 0))
                .isEqualTo("no row of the group female has an outcome");
        assertThat(reason("fairness_value@openscale", counted(SEX, 1, 1, 0, 0), FEMALE, 0))
                .isEqualTo("no row of the reference has an outcome");
        assertThat(reason("disparate_impact", counted(SEX, 1, 1, 0, 3), FEMALE, 0))
                .isEqualTo("no row of the reference has a favourable outcome");
        assertThat(reason("error_rate_difference", counted(SEX, 1, 1, 1, 3), FEMALE, 0))
                .isEqualTo("no row of the group female has a label and an outcome");
        assertThat(reason("average_odds_difference", counted(SEX, 1, 1, 1, 3), FEMALE, 0))
                .isEqualTo("no row of the group female has an unfavourable label");
        assertThat(reason("statistical_parity_difference", counted(SEX, 1, 1, 1, 3), FEMALE, 7))
                .isEqualTo("there are 6 rows, and 7 are asked for");
    }

    @Test
    void aGroupWithoutFavourableOutcomesHasAScore() {
        PerformanceScore score = score("disparate_impact@1", counted(SEX, 0, 4, 2, 2), FEMALE);

        assertThat(score.value()).isZero();
        assertThat(score.confidence()).isEmpty();
        assertThat(score.parameters())
                .containsEntry("feature", "Sex")
                .containsEntry("group", "female")
                .containsEntry("reference", List.of("male"))
                .containsEntry("group_rows", 4L)
                .containsEntry("reference_rows", 4L);
    }

    @Test
    void theLeastFavouredGroupIsFound() {
        Group other = new Group.Value("other");
        FairnessSpec spec = new FairnessSpec("Sex", List.of(FEMALE, other), List.of(MALE));

        assertThat(counted(spec, 3, 1, 1, 3, 4, 0).leastFavoured()).contains(other);
        assertThat(counted(spec, 3, 1, 0, 0, 4, 0).leastFavoured()).contains(FEMALE);
        assertThat(counted(spec, 0, 0, 0, 0, 4, 0).leastFavoured()).isEmpty();
    }

    @Test
    void profilesMergeAndComeBackFromTheirBytes() {
        FairnessProfile one = counted(AGE, 29, 12, 48, 11);
        FairnessProfile other = counted(AGE, 1, 2, 3, 4);
        FairnessProfile both = counted(AGE, 30, 14, 51, 15);

        assertThat(one.merge(other).toBytes()).isEqualTo(both.toBytes());
        assertThat(other.merge(one).digest()).isEqualTo(both.digest());
        assertThat(FairnessProfile.of(both.toBytes()).spec()).isEqualTo(AGE);
        assertThatThrownBy(() -> one.merge(counted(SEX, 1, 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("settings");
    }

    /** For each group, so many favourable and unfavourable outcomes without labels. */
    private static FairnessProfile counted(FairnessSpec spec, int... outcomes) {
        FairnessProfileBuilder builder = new FairnessProfileBuilder(spec);
        for (int i = 0; i < outcomes.length; i++) {
            int[] groups = new int[outcomes[i]];
            Arrays.fill(groups, i / 2);
            byte[] predictions = new byte[outcomes[i]];
            Arrays.fill(predictions, i % 2 == 0 ? BinaryCodes.POSITIVE : BinaryCodes.NEGATIVE);
            builder.add(FairnessRows.of(groups, predictions));
        }
        return builder.build();
    }

    private static PerformanceScore score(String id, FairnessProfile profile, Group group) {
        return (PerformanceScore) FairnessMeasures.find(id).orElseThrow().measure(profile, group, 0);
    }

    private static String reason(String id, FairnessProfile profile, Group group, long minimum) {
        return ((NotMeasured) FairnessMeasures.find(id).orElseThrow().measure(profile, group, minimum)).reason();
    }

    private static BitSet bits(int... set) {
        return IntStream.of(set).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    @Test
    void everyMeasureIsFoundByItsId() {
        assertThat(FairnessMeasures.all())
                .allSatisfy(measure -> assertThat(
                                FairnessMeasures.find(measure.definition().id().toString()))
                        .contains(measure));
        assertThat(Stream.of("psi", "error_rate_difference@2").map(FairnessMeasures::find))
                .allMatch(found -> found.isEmpty());
    }
}
