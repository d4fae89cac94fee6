package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.evaluation.LabelSource.Labelled;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.RecordStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which classes a model tells apart: those that the labels it was trained on, its labels and its predictions have. Of a binary model the first two are all,
 * so that its other records need not be looked through.
 */
final class Classes {
    private Classes() {}

    static SortedSet<String> of(Subject subject, LabelSource source, RecordStore records) {
        SortedSet<String> classes = new TreeSet<>();
        for (Labelled labelled : source.columns(subject)) {
            if (!areAll(classes, subject)) {
                records.group(labelled.dataset(), query(subject, labelled))
                        .rows()
                        .forEach(row -> {
                            Object value = row.getFirst();
                            if (value != null) {
                                classes.add(Settings.text(value));
                            }
                        });
            }
        }
        return classes;
    }

    private static boolean areAll(Collection<String> classes, Subject subject) {
        return subject.model().task() == Task.BINARY_CLASSIFICATION
                && classes.size() == 2
                && subject.settings()
                        .find(Settings.POSITIVE_CLASS)
                        .map(Settings::text)
                        .map(classes::contains)
                        .orElse(true);
    }

    private static GroupQuery query(Subject subject, Labelled labelled) {
        return new GroupQuery(
                Optional.empty(),
                Optional.of(subject.window().until()),
                new Filter.Present(labelled.column().name()),
                List.of(labelled.column().name()),
                List.of(new GroupQuery.Aggregate(GroupQuery.Function.COUNT, Optional.empty())),
                Optional.empty(),
                Integer.MAX_VALUE);
    }
}
