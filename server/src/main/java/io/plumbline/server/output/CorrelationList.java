package io.plumbline.server.output;

import io.plumbline.measures.quality.Correlation;
import io.plumbline.measures.quality.CorrelationMatrix;
import io.plumbline.measures.quality.CorrelationMatrix.Method;
import io.plumbline.measures.quality.Correlations;
import io.plumbline.server.output.TextTable.Align;
import io.plumbline.server.output.TextTable.Column;
import io.plumbline.server.report.Figures;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The pairs of columns that go together most closely, and what was left out of the search. */
final class CorrelationList {
    private static final int LISTED = 10;
    private static final int NAMED = 5;
    private static final List<Column> COLUMNS = List.of(
            new Column("COLUMN", Align.LEFT, 36),
            new Column("WITH", Align.LEFT, 36),
            new Column("BY", Align.LEFT, 14),
            new Column("VALUE", Align.RIGHT, 12),
            new Column("ROWS USED", Align.RIGHT, 14));

    private static final Comparator<Coefficient> BY_STRENGTH = Comparator.comparingDouble(Coefficient::strength);

    private final List<CorrelationMatrix> matrices;

    CorrelationList(List<CorrelationMatrix> matrices) {
        this.matrices = List.copyOf(matrices);
    }

    private record Coefficient(Method method, Correlation pair) {
        double strength() {
            return Math.abs(pair.value());
        }

        List<String> columns() {
            return List.of(pair.first(), pair.second());
        }
    }

    void writeTo(Appendable out, Emphasis emphasis) throws IOException {
        List<Coefficient> strongest = strongest();
        if (strongest.isEmpty()) {
            out.append("No two columns could be correlated.\n");
        } else {
            out.append("\nThe strongest correlations, of each two columns the stronger coefficient:\n");
            TextTable table = new TextTable(COLUMNS);
            strongest.forEach(coefficient -> table.add(UnaryOperator.identity(), cells(coefficient)));
            table.writeTo(out, emphasis);
        }
        for (CorrelationMatrix matrix : matrices) {
            writeLimits(matrix, out);
        }
    }

    private List<Coefficient> strongest() {
        return ofEachPair().stream()
                .sorted(BY_STRENGTH.reversed())
                .limit(LISTED)
                .toList();
    }

    /** Numbers have two coefficients, which mostly say the same. */
    private Collection<Coefficient> ofEachPair() {
        Map<List<String>, Coefficient> stronger = new LinkedHashMap<>();
        for (CorrelationMatrix matrix : matrices) {
            matrix.pairs().stream()
                    .filter(pair -> !Double.isNaN(pair.value()))
                    .map(pair -> new Coefficient(matrix.method(), pair))
                    .forEach(found -> stronger.merge(found.columns(), found, BinaryOperator.maxBy(BY_STRENGTH)));
        }
        return stronger.values();
    }

    private static List<String> cells(Coefficient coefficient) {
        Correlation pair = coefficient.pair();
        return List.of(
                pair.first(),
                pair.second(),
                name(coefficient.method()),
                Figures.rounded(pair.value()),
                Figures.count(pair.rows()));
    }

    private static String name(Method method) {
        return switch (method) {
            case PEARSON -> "Pearson's r";
            case SPEARMAN -> "Spearman's ρ";
            case CRAMERS_V -> "Cramér's V";
        };
    }

    private static void writeLimits(CorrelationMatrix matrix, Appendable out) throws IOException {
        if (matrix.step() > 1) {
            out.append(name(matrix.method()) + " is that of one row in " + Figures.count(matrix.step()) + ".\n");
        }
        if (!matrix.leftOut().isEmpty()) {
            out.append(name(matrix.method()) + " leaves out " + Counted.names(matrix.leftOut(), NAMED) + ": "
                    + reason(matrix) + ".\n");
        }
    }

    private static String reason(CorrelationMatrix matrix) {
        String width = "it takes up to " + Correlations.WIDTH + " columns";
        return matrix.method() == Method.CRAMERS_V
                ? width + " of up to " + Figures.count(Correlations.MOST_CATEGORIES) + " categories"
                : width;
    }
}
