package io.plumbline.domain.record;

import io.plumbline.domain.Id;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which records somebody saw: equal ones are of equal records.
 *
 * @param datasets of each dataset that was looked at
 */
public record RecordGeneration(List<Seen> datasets) {
    /** Keeps an unmodifiable copy. */
    public RecordGeneration {
        datasets = List.copyOf(datasets);
    }

    /**
     * What was there of a dataset.
     *
     * @param dataset whose records they are
     * @param removals how many times records had been taken away from it
     * @param files the files of its records and of their changes
     */
    public record Seen(Id dataset, long removals, SortedSet<Id> files) {
        /** Of files in any order. */
        public static Seen of(Id dataset, long removals, Collection<RecordFile> files) {
            SortedSet<Id> ids = new TreeSet<>();
            files.forEach(file -> ids.add(file.id()));
            return new Seen(dataset, removals, ids);
        }

        /** Whether records that this one saw may be gone, or it is of another dataset. */
        boolean isCutOff(Seen now) {
            return !dataset.equals(now.dataset) || removals != now.removals;
        }
    }

    /** Whether what was seen here is still among what is seen now, so that it is enough to look at what came since. */
    public boolean isContinuedBy(RecordGeneration now) {
        if (datasets.size() != now.datasets.size()) {
            return false;
        }
        for (int i = 0; i < datasets.size(); i++) {
            if (datasets.get(i).isCutOff(now.datasets.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether this one saw a file. */
    public boolean hasSeen(RecordFile file) {
        return datasets.stream()
                .anyMatch(seen ->
                        seen.dataset().equals(file.dataset()) && seen.files().contains(file.id()));
    }
}
