package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.evaluation.LabelSource.Labelled;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.RecordStore;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which classes a model tells apart: those that its labels, its predictions and the labels that it was trained on have. */
final class Classes {
    private Classes() {}

    static SortedSet<String> of(Subject subject, LabelSource source, RecordStore records) {
        SortedSet<String> classes = new TreeSet<>();
        for (Labelled labelled : source.columns(subject)) {
            GroupQuery query = new GroupQuery(
                    Optional.empty(),
                    Optional.of(subject.window().until()),
                    new Filter.Present(labelled.column().name()),
                    List.of(labelled.column().name()),
                    List.of(new GroupQuery.Aggregate(GroupQuery.Function.COUNT, Optional.empty())),
                    Optional.empty(),
                    Integer.MAX_VALUE);
            records.group(labelled.dataset(), query).rows().forEach(row -> {
                Object value = row.getFirst();
                if (value != null) {
                    classes.add(Settings.text(value));
                }
            });
        }
        return classes;
    }
}
