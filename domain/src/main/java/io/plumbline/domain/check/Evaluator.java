package io.plumbline.domain.check;

import io.plumbline.domain.Facts;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.task.TaskHandler.Progress;
import java.util.Set;

/** Measures what monitors of one definition watch. Stateless: the same records give the same numbers. */
public interface Evaluator {
    /**
     * Fails where settings make no sense for a model.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the setting
     */
    void checkSettings(Model model, Facts settings);

    /** Which kind of records it waits for: a check looks at what came of them since the last one, unless it was asked for a window. */
    Dataset.Kind drivenBy();

    /** Which kinds of datasets it looks at: where none of them has changed, a scheduled check is passed over. None for one that always runs. */
    Set<Dataset.Kind> reads();

    /**
     * Measures.
     *
     * @param progress is told how far it is, and may end it
     * @throws io.plumbline.domain.PlumblineException where the check fails for a reason that a person should read
     */
    Evaluation evaluate(Subject subject, Progress progress);
}
