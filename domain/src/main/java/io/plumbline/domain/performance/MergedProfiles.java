package io.plumbline.domain.performance;

import io.plumbline.measures.performance.PerformanceProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Profiles of several hours, each merged with those at its place.
 *
 * @param <P> the kind of profile
 */
final class MergedProfiles<P extends PerformanceProfile<P>> {
    /** Merging many at once costs less than one by one. */
    private static final int TOGETHER = 32;

    private List<P> merged;
    private final List<List<P>> waiting = new ArrayList<>();

    MergedProfiles(List<P> none) {
        this.merged = none;
    }

    void add(List<P> profiles) {
        waiting.add(profiles);
        if (waiting.size() == TOGETHER) {
            merge();
        }
    }

    List<P> profiles() {
        merge();
        return merged;
    }

    private void merge() {
        List<P> next = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            int place = i;
            next.add(merged.get(i)
                    .mergeAll(waiting.stream().map(each -> each.get(place)).toList()));
        }
        waiting.clear();
        merged = next;
    }
}
