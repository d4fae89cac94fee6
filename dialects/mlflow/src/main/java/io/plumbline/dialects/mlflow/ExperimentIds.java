package io.plumbline.dialects.mlflow;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.identity.Caller;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Experiments by their decimal ids. {@code 0}, and no id where one may be left out, mean the experiment that runs go to which name none: clients send
 * it without asking.
 */
final class ExperimentIds {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}");
    private static final String STANDARD = "0";

    private final Experiments experiments;

    ExperimentIds(Experiments experiments) {
        this.experiments = experiments;
    }

    Experiment find(Caller caller, @Nullable String id) {
        if (id == null || id.isEmpty() || id.equals(STANDARD)) {
            return experiments.standard(caller);
        }
        if (!DECIMAL.matcher(id).matches()) {
            throw PlumblineException.notFound("experiment", id);
        }
        return experiments.numbered(caller, Long.parseLong(id));
    }
}
