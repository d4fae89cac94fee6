package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.Confusion;
import io.plumbline.measures.performance.PerformanceProfile;
import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.Summary;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Outcomes by group of a feature, summed up. */
public final class FairnessProfile extends PerformanceProfile<FairnessProfile> {
    /** Rows left out because the feature has no value. */
    public static final String MISSING_FEATURE = "missing_feature";
    /** Rows left out because they are neither of a monitored group nor of the reference. */
    public static final String NO_GROUP = "no_group";

    static final String KIND = "fairness";
    static final String FAVOURABLE = "favourable";
    static final String UNFAVOURABLE = "unfavourable";
    static final String UNLABELLED = "unlabelled";

    private final FairnessSpec spec;

    FairnessProfile(Summary summary) {
        super(summary);
        this.spec = FairnessSpec.of(summary.settings());
    }

    /**
     * A profile from its bytes.
     *
     * @throws ProfileFormatException where the bytes are no such profile, are damaged or are of a later version
     */
    public static FairnessProfile of(byte[] bytes) {
        return read(bytes, KIND, FairnessProfile::new);
    }

    @Override
    protected FairnessProfile with(Summary newSummary) {
        return new FairnessProfile(newSummary);
    }

    /** Which groups are compared. */
    public FairnessSpec spec() {
        return spec;
    }

    /**
     * The outcomes of a group.
     *
     * @throws IllegalArgumentException where it is none of those that are compared
     */
    public GroupOutcomes outcomes(Group group) {
        int number = spec.groups().indexOf(group);
        if (number < 0) {
            throw new IllegalArgumentException(group.label() + " is not a group of " + spec.feature());
        }
        return outcomes(number);
    }

    private GroupOutcomes outcomes(int number) {
        String row = Integer.toString(number);
        Confusion confusion = new Confusion(
                cell(row, FAVOURABLE, FAVOURABLE),
                cell(row, FAVOURABLE, UNFAVOURABLE),
                cell(row, UNFAVOURABLE, FAVOURABLE),
                cell(row, UNFAVOURABLE, UNFAVOURABLE));
        return new GroupOutcomes(
                confusion.truePositives().plus(confusion.falsePositives()).plus(cell(row, FAVOURABLE, UNLABELLED)),
                confusion.falseNegatives().plus(confusion.trueNegatives()).plus(cell(row, UNFAVOURABLE, UNLABELLED)),
                confusion);
    }

    private Mass cell(String row, String prediction, String label) {
        return summary().cell(row, column(prediction, label));
    }

    static String column(String prediction, String label) {
        return prediction + " " + label;
    }

    /** The outcomes of all groups of the reference together. */
    public GroupOutcomes reference() {
        return IntStream.range(spec.monitored().size(), spec.groups().size())
                .mapToObj(this::outcomes)
                .reduce(GroupOutcomes::plus)
                .orElseThrow();
    }

    /** The monitored group with the smallest share of favourable outcomes; empty where none has outcomes. */
    public Optional<Group> leastFavoured() {
        return spec.monitored().stream()
                .filter(group -> outcomes(group).all().total() > 0)
                .min(Comparator.comparingDouble(group -> outcomes(group).favourableShare()));
    }
}
