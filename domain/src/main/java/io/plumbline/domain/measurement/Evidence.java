package io.plumbline.domain.measurement;

import io.plumbline.domain.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the numbers of a measurement, for people to look at.
 *
 * @param id names it within the measurement, such as {@code confusion_matrix_1}
 * @param type what it is, such as {@code confusion_matrix}
 * @param metrics the metrics that it stands behind; empty for all
 * @param data a plain value, as {@link Facts} has them
 */
public record Evidence(
        String id,
        String type,
        List<String> metrics,
        @Nullable Object data) {
    /** Keeps unmodifiable copies. */
    public Evidence {
        metrics = List.copyOf(metrics);
        data = Facts.plain(data);
    }
}
