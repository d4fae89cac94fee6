package io.plumbline.domain.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.Model.Task;
import io.plumbline.measures.fairness.FairnessMeasures;
import io.plumbline.measures.performance.OpenScaleQuality;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every metric that the quality and fairness monitors name can be computed for the models that it is named for. */
class BuiltInMetricsTest {
    @Test
    void everyMetricOfQualityHasAMeasure() {
        assertThat(metrics("quality", Task.BINARY_CLASSIFICATION))
                .containsExactlyInAnyOrderElementsOf(OpenScaleQuality.binary().keySet());
        assertThat(metrics("quality", Task.MULTICLASS_CLASSIFICATION))
                .containsExactlyInAnyOrderElementsOf(
                        OpenScaleQuality.multiclass().keySet());
        assertThat(metrics("quality", Task.REGRESSION))
                .containsExactlyInAnyOrderElementsOf(
                        OpenScaleQuality.regression().keySet());
    }

    @Test
    void everyMetricOfFairnessHasAMeasure() {
        Set<String> measured = FairnessMeasures.openScale().keySet();

        assertThat(metrics("fairness", Task.BINARY_CLASSIFICATION)).containsExactlyInAnyOrderElementsOf(measured);
        assertThat(metrics("fairness", Task.MULTICLASS_CLASSIFICATION)).containsExactlyInAnyOrderElementsOf(measured);
    }

    private static List<String> metrics(String monitor, Task task) {
        return BuiltInMonitors.find(monitor).orElseThrow().metrics().stream()
                .filter(metric -> metric.tasks().contains(task))
                .map(MonitorDefinition.Metric::id)
                .toList();
    }
}
