package io.plumbline.dialects.mlflow;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all lists are asked by. */
final class Lists {
    private Lists() {}

    /**
     * The page that is asked for.
     *
     * @param most how many may be asked for
     * @param standard how many are meant where nothing is said
     */
    static PageRequest page(@Nullable Long size, int standard, int most, @Nullable String token) {
        long asked = size == null ? standard : size;
        if (asked < 1 || asked > most) {
            throw PlumblineException.invalid(
                    "max_results", "max_results is " + asked + " and must be at least 1 and at most " + most);
        }
        return PageRequest.after((int) asked, Optional.ofNullable(token).filter(given -> !given.isEmpty()));
    }

    static LifecycleView view(@Nullable String view) {
        return switch (view == null || view.isEmpty() ? "ACTIVE_ONLY" : view) {
            case "ACTIVE_ONLY" -> LifecycleView.ACTIVE;
            case "DELETED_ONLY" -> LifecycleView.DELETED;
            case "ALL" -> LifecycleView.ALL;
            default ->
                throw PlumblineException.invalid("view_type", "a view is one of ACTIVE_ONLY, DELETED_ONLY and ALL");
        };
    }
}
