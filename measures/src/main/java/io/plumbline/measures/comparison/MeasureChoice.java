package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Outcome;
import java.util.List;
import java.util.Objects;

/** Which measures are taken of a column: those asked for, as far as they are made for it, or else those of the preset. */
final class MeasureChoice {
    private final ComparisonPlan plan;
    private final List<Measure> asked;

    MeasureChoice(ComparisonPlan plan) {
        this.plan = plan;
        this.asked = plan.measures().stream().distinct().toList();
    }

    List<Outcome> measure(ColumnData reference, ColumnData current) {
        if (asked.isEmpty()) {
            return measure(plan.preset().measuresFor(reference, current), reference, current);
        }
        List<Measure> fitting = fitting(reference);
        return fitting.isEmpty()
                ? refuse(asked, "not made for " + reference.type().label() + " columns")
                : measure(fitting, reference, current);
    }

    /** No score by any measure that would have been taken, for the reason given. */
    List<Outcome> refuse(ColumnData reference, ColumnData current, String reason) {
        if (asked.isEmpty()) {
            // The two cannot be held against each other, so the choice is made by the one that says more.
            ColumnData known = reference.tally().values() > 0 ? reference : current;
            return refuse(plan.preset().measuresFor(known, known), reason);
        }
        List<Measure> fitting = fitting(reference);
        return refuse(fitting.isEmpty() ? asked : fitting, reason);
    }

    private List<Measure> fitting(ColumnData column) {
        ColumnKind kind = column.type().isNumeric() ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL;
        return asked.stream()
                .filter(measure -> measure.definition().kinds().contains(kind))
                .toList();
    }

    private static List<Outcome> refuse(List<Measure> measures, String reason) {
        return measures.stream()
                .<Outcome>map(measure -> new NotComputable(measure.definition(), reason))
                .toList();
    }

    private static List<Outcome> measure(List<Measure> measures, ColumnData reference, ColumnData current) {
        return measures.stream()
                .map(measure -> measure(measure, reference, current))
                .toList();
    }

    private static Outcome measure(Measure measure, ColumnData reference, ColumnData current) {
        try {
            return measure.measure(reference, current);
        } catch (NotKnownException unknown) {
            return new NotComputable(measure.definition(), Objects.requireNonNull(unknown.getMessage()));
        }
    }
}
