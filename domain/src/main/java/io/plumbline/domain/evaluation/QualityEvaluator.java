package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.check.Evaluation;
import io.plumbline.domain.check.Evaluator;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.evaluation.LabelSource.None;
import io.plumbline.domain.evaluation.LabelSource.Some;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.performance.PerformanceProfiles;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.task.TaskHandler.Progress;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;

/** How well predictions agree with what turned out to be true, over the labelled records of the window. */
public final class QualityEvaluator implements Evaluator {
    /** Below how many labelled records nothing is measured. */
    public static final String MIN_FEEDBACK = "min_feedback_data_size";

    private final RecordStore records;
    private final PerformanceProfiles profiles;

    /** Over these records and their profiles. */
    public QualityEvaluator(RecordStore records, PerformanceProfiles profiles) {
        this.records = records;
        this.profiles = profiles;
    }

    @Override
    public void checkSettings(Model model, Facts settings) {
        settings.count(MIN_FEEDBACK);
        settings.list(Settings.CLASS_LABELS);
    }

    @Override
    public Kind drivenBy() {
        return Kind.LABELS;
    }

    @Override
    public Set<Kind> reads() {
        return EnumSet.of(Kind.LABELS, Kind.PRODUCTION);
    }

    @Override
    public Evaluation evaluate(Subject subject, Progress progress) {
        return switch (LabelSource.of(subject, records)) {
            case None none -> new Evaluation.NotComputable(none.reason(), 0);
            case Some some -> {
                progress.report(0, 1, "comparing predictions with labels");
                yield measured(subject, of(subject, some.source()).measure(subject, some.source(), profiles));
            }
        };
    }

    private static Evaluation measured(Subject subject, QualityTask.Quality quality) {
        long least = Math.max(1, Settings.atLeast(subject.settings(), MIN_FEEDBACK));
        return quality.records() < least
                ? new Evaluation.NotComputable(
                        "labelled records with a prediction: " + Settings.tooFew(quality.records(), least),
                        quality.records())
                : new Evaluation.Measured(quality.readings(), quality.evidence(), quality.records(), "");
    }

    private QualityTask<?> of(Subject subject, LabelSource source) {
        Task task = subject.model().task();
        boolean numbers = source.target().type() == ValueType.NUMBER;
        if (task == Task.REGRESSION || (task == Task.UNKNOWN && numbers)) {
            return new RegressionQuality();
        }
        SortedSet<String> classes = Classes.of(subject, source, records);
        boolean two = classes.size() <= 2;
        return task == Task.BINARY_CLASSIFICATION || (task == Task.UNKNOWN && two)
                ? BinaryQuality.of(classes, subject.settings())
                : new MulticlassQuality(Settings.texts(subject.settings(), Settings.CLASS_LABELS));
    }
}
