package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.drift.ColumnGap;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.quality.ColumnQuality;
import io.plumbline.measures.table.TableColumn;
import java.util.Optional;

/** Reads, measures and describes one column of both sides. */
final class ColumnComparison {
    private final DataSet reference;
    private final DataSet current;
    private final MeasureChoice choice;

    ColumnComparison(DataSet reference, DataSet current, MeasureChoice choice) {
        this.reference = reference;
        this.current = current;
        this.choice = choice;
    }

    MeasuredColumn measure(ColumnPair pair) {
        Optional<ColumnType> type = pair.commonType();
        ColumnData before = read(reference, pair.reference(), type);
        ColumnData now = read(current, pair.current(), type);
        try {
            return measure(pair, before, now);
        } finally {
            before.release();
            now.release();
        }
    }

    private MeasuredColumn measure(ColumnPair pair, ColumnData before, ColumnData now) {
        ColumnGap.prepare(before, now);
        Optional<String> obstacle = obstacle(pair, before, now);
        return new MeasuredColumn(
                pair,
                before.type(),
                ColumnQuality.of(before),
                ColumnQuality.of(now),
                ColumnChange.between(before, now),
                obstacle.map(reason -> choice.refuse(before, now, reason)).orElseGet(() -> choice.measure(before, now)),
                Picture.of(before, now));
    }

    private static ColumnData read(DataSet data, TableColumn column, Optional<ColumnType> type) {
        ColumnData read = data.column(column);
        return type.filter(common -> common != read.type()).isPresent() ? new AsNumbers(read) : read;
    }

    private static Optional<String> obstacle(ColumnPair pair, ColumnData before, ColumnData now) {
        if (isEmpty(before) && isEmpty(now)) {
            return Optional.of("no values in either data set");
        }
        if (isEmpty(before) || isEmpty(now)) {
            return Optional.of("no values in " + (isEmpty(before) ? "the reference" : "current data"));
        }
        return pair.commonType().isPresent() ? Optional.empty() : Optional.of(pair.mismatch());
    }

    private static boolean isEmpty(ColumnData column) {
        return column.tally().values() == 0;
    }
}
