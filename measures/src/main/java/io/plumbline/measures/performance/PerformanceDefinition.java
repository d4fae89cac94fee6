package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.drift.MeasureId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a measure of performance or fairness is, so that its scores can be compared with others of the same definition and with no others.
 *
 * @param id the name and version, such as {@code roc_auc@1}
 * @param title the name as the field writes it
 * @param formula the formula in one line
 * @param range which values it can take
 * @param direction which values are good
 * @param tasks of which kinds of model it can be taken
 * @param source where the formula or the behaviour to be matched is written down
 * @param deviations in what it differs from the usual definition of that name; otherwise empty
 */
public record PerformanceDefinition(
        MeasureId id,
        String title,
        String formula,
        Range range,
        Direction direction,
        Set<Task> tasks,
        String source,
        String deviations) {

    /** Keeps an unmodifiable copy. */
    public PerformanceDefinition {
        tasks = Collections.unmodifiableSet(EnumSet.copyOf(tasks));
    }

    /** A definition without deviations. */
    public static PerformanceDefinition of(
            String id, String title, String formula, Range range, Direction direction, Task task, String source) {
        return new PerformanceDefinition(
                MeasureId.of(id), title, formula, range, direction, EnumSet.of(task), source, "");
    }

    /** The same for one more kind of model. */
    public PerformanceDefinition alsoFor(Task task) {
        EnumSet<Task> more = EnumSet.copyOf(tasks);
        more.add(task);
        return new PerformanceDefinition(id, title, formula, range, direction, more, source, deviations);
    }

    /** The same with what it does differently. */
    public PerformanceDefinition deviating(String how) {
        return new PerformanceDefinition(id, title, formula, range, direction, tasks, source, how);
    }

    /** Which values are good. */
    public enum Direction {
        /** Larger is better. */
        HIGHER_IS_BETTER,
        /** Smaller is better. */
        LOWER_IS_BETTER,
        /** Nearer to 0 is better. */
        ZERO_IS_BEST,
        /** Nearer to 1 is better. */
        ONE_IS_BEST,
        /** Nearer to 100 is better. */
        HUNDRED_IS_BEST
    }

    /** What a model predicts. */
    public enum Task {
        /** One of two classes. */
        BINARY,
        /** One of several classes. */
        MULTICLASS,
        /** A number. */
        REGRESSION,
        /** An order of items for each query. */
        RANKING,
        /** An outcome that is favourable or not, for members of groups. */
        FAIRNESS
    }
}
