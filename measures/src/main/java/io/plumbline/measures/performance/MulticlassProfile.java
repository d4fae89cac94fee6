package io.plumbline.measures.performance;

import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.Moment;
import io.plumbline.measures.summary.ScoreTable;
import io.plumbline.measures.summary.Summary;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Labels, predictions and probabilities of a classifier of several classes, summed up: the confusion matrix, the logarithmic loss, and, where
 * asked for, the probabilities of each class by whether it is the label.
 */
public final class MulticlassProfile extends PerformanceProfile<MulticlassProfile> {
    /** Labelled rows without all probabilities that are kept. */
    public static final String MISSING_PROBABILITIES = "missing_probabilities";

    static final String KIND = "multiclass";
    static final String LOG_LOSS = "log_loss";

    private final int maxClasses;

    MulticlassProfile(Summary summary) {
        super(summary);
        this.maxClasses = Integer.parseInt(summary.settings().getOrDefault(MulticlassSpec.MAX_CLASSES, ""));
    }

    /**
     * A profile from its bytes.
     *
     * @throws ProfileFormatException where the bytes are no such profile, are damaged or are of a later version
     */
    public static MulticlassProfile of(byte[] bytes) {
        return read(bytes, KIND, MulticlassProfile::new);
    }

    @Override
    protected MulticlassProfile with(Summary newSummary) {
        return new MulticlassProfile(newSummary.withCells(BoundedClasses.bounded(newSummary.cells(), maxClasses)));
    }

    /** How many classes are kept at most. */
    public int maxClasses() {
        return maxClasses;
    }

    /** By class, the rows that have a label and all probabilities: positive are those of the class. */
    public SortedMap<String, ScoreTable> scores() {
        SortedMap<String, ScoreTable> scores = new TreeMap<>();
        summary().scores().forEach((name, table) -> scores.put(BoundedClasses.classOf(name), table));
        return scores;
    }

    /** The rows that have a label and a prediction. */
    public ConfusionMatrix confusion() {
        List<String> classes = BoundedClasses.classes(summary().cells().keySet());
        List<List<Mass>> cells = classes.stream()
                .map(label -> classes.stream()
                        .map(prediction -> cell(BoundedClasses.nameOf(label), BoundedClasses.nameOf(prediction)))
                        .toList())
                .toList();
        Mass same = cell(BoundedClasses.OTHER, BoundedClasses.SAME_OTHER);
        Mass other = classes.stream()
                .map(BoundedClasses::nameOf)
                .map(name -> cell(name, BoundedClasses.OTHER).plus(cell(BoundedClasses.OTHER, name)))
                .reduce(same.plus(cell(BoundedClasses.OTHER, BoundedClasses.OTHER)), Mass::plus);
        Mass agreeing = classes.stream()
                .map(BoundedClasses::nameOf)
                .map(name -> cell(name, name))
                .reduce(same, Mass::plus);
        return new ConfusionMatrix(classes, cells, other, agreeing);
    }

    private Mass cell(String label, String prediction) {
        return summary().cell(label, prediction);
    }

    /** The logarithmic loss of each row with a label and its probability: -ln p, p being kept from 0 and 1 by 2⁻⁵². */
    public Moment logLoss() {
        return summary().moment(LOG_LOSS);
    }
}
