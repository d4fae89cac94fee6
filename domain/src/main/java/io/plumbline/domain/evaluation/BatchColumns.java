package io.plumbline.domain.evaluation;

import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.performance.BinaryCodes;
import io.plumbline.measures.performance.ClassNames;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns of a batch as measures of performance take them. */
final class BatchColumns {
    private BatchColumns() {}

    /** The column of this name, which was asked for. */
    static BatchColumn column(RecordBatch batch, String name) {
        return find(batch, name).orElseThrow(() -> new IllegalStateException("the batch lacks the column " + name));
    }

    static Optional<BatchColumn> find(RecordBatch batch, String name) {
        return batch.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** Classes by their names, null where missing. */
    static @Nullable String[] classes(BatchColumn column) {
        return switch (column) {
            case BatchColumn.Texts texts -> ClassNames.texts(texts.values(), texts.missing());
            case BatchColumn.Numbers numbers -> ClassNames.numbers(numbers.values(), numbers.missing());
            case BatchColumn.Integers whole -> ClassNames.integers(whole.values(), whole.missing());
            case BatchColumn.Booleans truths -> ClassNames.booleans(truths.values(), truths.missing());
            case BatchColumn.Timestamps times -> ClassNames.integers(times.micros(), times.missing());
            case BatchColumn.Vectors vectors -> throw noClasses(vectors);
            case BatchColumn.Binaries bytes -> throw noClasses(bytes);
        };
    }

    private static IllegalArgumentException noClasses(BatchColumn column) {
        return new IllegalArgumentException("values of type " + column.type().label() + " are no classes");
    }

    /** Classes by whether they are positive. */
    static byte[] codes(BatchColumn column, BinaryCodes codes) {
        @Nullable String[] names = classes(column);
        byte[] found = new byte[names.length];
        for (int row = 0; row < found.length; row++) {
            String name = names[row];
            found[row] = name == null ? BinaryCodes.MISSING : codes.code(name);
        }
        return found;
    }

    /** Numbers, NaN where missing or no number. */
    static double[] numbers(BatchColumn column) {
        double[] numbers = new double[column.rows()];
        Arrays.fill(numbers, Double.NaN);
        for (int row = 0; row < numbers.length; row++) {
            if (!column.missing().get(row)) {
                numbers[row] = switch (column) {
                    case BatchColumn.Numbers values -> values.values()[row];
                    case BatchColumn.Integers values -> values.values()[row];
                    case BatchColumn.Booleans values -> values.values()[row] ? 1 : 0;
                    default -> Double.NaN;
                };
            }
        }
        return numbers;
    }

    /** The probabilities of all classes of a row, or none. */
    static double[] probabilities(BatchColumn column, int row) {
        return column instanceof BatchColumn.Vectors vectors
                        && !vectors.missing().get(row)
                ? vectors.values()[row]
                : new double[0];
    }
}
