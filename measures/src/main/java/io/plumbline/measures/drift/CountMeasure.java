package io.plumbline.measures.drift;

import io.plumbline.measures.binning.AlignedCounts;
import io.plumbline.measures.binning.Binning;
import io.plumbline.measures.binning.BinningException;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.drift.CountStatistic.Reading;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A measure that needs no more than counts over bins: its definition, how to bin, and what to compute from the counts.
 *
 * @param definition what it is
 * @param binning counts both columns over the same bins
 * @param statistic computes the score from the counts
 */
record CountMeasure(MeasureDefinition definition, Binning binning, CountStatistic statistic) implements Measure {

    @Override
    public Outcome measure(ColumnData reference, ColumnData current) {
        Optional<String> obstacle = obstacle(reference, current);
        if (obstacle.isPresent()) {
            return new NotComputable(definition, obstacle.get());
        }
        try {
            return outcome(binning.align(reference, current), reference, current);
        } catch (NotKnownException | BinningException e) {
            return new NotComputable(definition, String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> obstacle(ColumnData reference, ColumnData current) {
        if (reference.type().isNumeric() != current.type().isNumeric()) {
            return Optional.of("the reference is of type " + reference.type().label() + " and the current data of type "
                    + current.type().label());
        }
        if (!definition.kinds().contains(kind(reference))) {
            return Optional.of(definition.id() + " is not made for columns of type "
                    + reference.type().label());
        }
        return emptySide(reference, current);
    }

    private static ColumnKind kind(ColumnData column) {
        return column.type().isNumeric() ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL;
    }

    private static Optional<String> emptySide(ColumnData reference, ColumnData current) {
        if (reference.tally().values() == 0) {
            return Optional.of("the reference has no values");
        }
        return current.tally().values() == 0 ? Optional.of("the current data has no values") : Optional.empty();
    }

    private Outcome outcome(AlignedCounts counts, ColumnData reference, ColumnData current) {
        Optional<String> objection = statistic.objection(counts.reference(), counts.current());
        if (objection.isPresent()) {
            return new NotComputable(definition, objection.get());
        }
        Reading reading = statistic.of(counts.reference(), counts.current());
        return new Score(
                definition,
                reading.value(),
                reading.p(),
                reading.effect(),
                CountError.interval(
                        counts, (before, now) -> statistic.of(before, now).value()),
                parameters(counts),
                reference.tally().values(),
                current.tally().values());
    }

    private Map<String, Object> parameters(AlignedCounts counts) {
        Map<String, Object> parameters = new LinkedHashMap<>(counts.parameters());
        parameters.putAll(statistic.parameters());
        return parameters;
    }
}
