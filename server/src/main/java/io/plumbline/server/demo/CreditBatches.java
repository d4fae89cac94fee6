package io.plumbline.server.demo;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.server.demo.CreditColumns.CreditColumn;
import io.plumbline.server.demo.CreditValue.Fraction;
import io.plumbline.server.demo.CreditValue.Text;
import io.plumbline.server.demo.CreditValue.Truth;
import io.plumbline.server.demo.CreditValue.Whole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Applications as records: what was asked and what the model foretold, or what came of it. */
final class CreditBatches {
    private static final List<CreditColumn> FEATURES = CreditColumns.ALL.stream()
            .filter(column -> column.column().role() == ColumnRole.FEATURE)
            .toList();

    private CreditBatches() {}

    /** The columns of scored applications: the features, the foretold outcome, and the probability of a default. */
    static List<Column> scored() {
        List<Column> columns = new ArrayList<>(FEATURES.stream()
                .map(each -> Column.of(each.column().name(), type(each), ColumnRole.FEATURE))
                .toList());
        columns.add(Column.of("predicted_outcome", ValueType.TEXT, ColumnRole.PREDICTION));
        columns.add(Column.of("risk_score", ValueType.NUMBER, ColumnRole.SCORE));
        return columns;
    }

    /** The column that says what came of an application. */
    static Column outcome() {
        return Column.of("outcome", ValueType.TEXT, ColumnRole.TARGET);
    }

    private static ValueType type(CreditColumn column) {
        return switch (column.column().type()) {
            case NUMBER -> ValueType.NUMBER;
            case INTEGER -> ValueType.INTEGER;
            case TIMESTAMP -> ValueType.TIMESTAMP;
            case BOOLEAN -> ValueType.BOOLEAN;
            case TEXT -> ValueType.TEXT;
        };
    }

    /** Applications with what the model foretold. */
    static RecordBatch scored(List<Application> rows) {
        return batch(rows, scoredColumns(rows));
    }

    /** What came of applications, and nothing else. */
    static RecordBatch labelled(List<Application> rows) {
        return batch(rows, List.of(outcomes(rows)));
    }

    /** Applications with what the model foretold and what came of them. */
    static RecordBatch training(List<Application> rows) {
        List<BatchColumn> columns = scoredColumns(rows);
        columns.add(outcomes(rows));
        return batch(rows, columns);
    }

    private static List<BatchColumn> scoredColumns(List<Application> rows) {
        List<BatchColumn> columns = new ArrayList<>(
                FEATURES.stream().map(each -> column(each, rows)).toList());
        columns.add(texts("predicted_outcome", rows, row -> outcome(row.riskScore() >= Application.REFUSED_FROM)));
        columns.add(new BatchColumn.Numbers(
                "risk_score", rows.stream().mapToDouble(Application::riskScore).toArray(), new BitSet()));
        return columns;
    }

    private static BatchColumn outcomes(List<Application> rows) {
        return texts(outcome().name(), rows, row -> outcome(row.defaulted()));
    }

    private static String outcome(boolean defaulted) {
        return defaulted ? "defaulted" : "repaid";
    }

    /** A column of the values that a file has. */
    private static BatchColumn column(CreditColumn column, List<Application> rows) {
        String name = column.column().name();
        return switch (column.value()) {
            case Text text -> texts(name, rows, text.of());
            case Truth truth -> new BatchColumn.Booleans(name, truths(truth, rows), new BitSet());
            case Whole whole ->
                new BatchColumn.Integers(
                        name, rows.stream().mapToLong(whole::number).toArray(), missing(whole.known(), rows));
            case Fraction number ->
                new BatchColumn.Numbers(
                        name, rows.stream().mapToDouble(number::number).toArray(), missing(number.known(), rows));
        };
    }

    private static BitSet missing(Predicate<Application> known, List<Application> rows) {
        BitSet missing = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            missing.set(row, !known.test(rows.get(row)));
        }
        return missing;
    }

    private static boolean[] truths(Truth truth, List<Application> rows) {
        boolean[] values = new boolean[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = truth.of().test(rows.get(row));
        }
        return values;
    }

    private static BatchColumn texts(String name, List<Application> rows, Function<Application, String> value) {
        return new BatchColumn.Texts(
                name, ValueType.TEXT, rows.stream().map(value).toArray(String[]::new), new BitSet());
    }

    private static RecordBatch batch(List<Application> rows, List<BatchColumn> columns) {
        return new RecordBatch(
                rows.stream().map(row -> "A" + row.number()).toArray(String[]::new),
                rows.stream()
                        .mapToLong(row -> ChronoUnit.MICROS.between(
                                Instant.EPOCH, row.time().toInstant(ZoneOffset.UTC)))
                        .toArray(),
                Optional.empty(),
                columns);
    }
}
