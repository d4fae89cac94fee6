package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Texts of a format that has nothing but texts: all of them together tell what they are. */
final class GuessedCells extends TextCells {
    GuessedCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "anything";
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        String[] texts = values(rows);
        if (all(texts, missing, Kind.INTEGER)) {
            return new BatchColumn.Integers(column, integers(texts, missing), missing);
        }
        if (all(texts, missing, Kind.NUMBER)) {
            return new BatchColumn.Numbers(column, numbers(texts, missing), missing);
        }
        if (all(texts, missing, Kind.BOOLEAN)) {
            return new BatchColumn.Booleans(column, truths(texts, missing), missing);
        }
        return new BatchColumn.Texts(column, ValueType.TEXT, texts, missing);
    }

    private enum Kind {
        INTEGER {
            @Override
            boolean fits(String text) {
                return NumberText.isInteger(text);
            }
        },
        NUMBER {
            @Override
            boolean fits(String text) {
                return NumberText.isNumber(text);
            }
        },
        BOOLEAN {
            @Override
            boolean fits(String text) {
                return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
            }
        };

        abstract boolean fits(String text);
    }

    private static boolean all(String[] texts, BitSet missing, Kind kind) {
        return present(texts, missing).allMatch(row -> kind.fits(texts[row]));
    }

    private static long[] integers(String[] texts, BitSet missing) {
        long[] values = new long[texts.length];
        present(texts, missing).forEach(row -> values[row] = Long.parseLong(texts[row]));
        return values;
    }

    private static double[] numbers(String[] texts, BitSet missing) {
        double[] values = new double[texts.length];
        present(texts, missing).forEach(row -> values[row] = NumberText.number(texts[row]));
        return values;
    }

    private static boolean[] truths(String[] texts, BitSet missing) {
        boolean[] values = new boolean[texts.length];
        present(texts, missing).forEach(row -> values[row] = Boolean.parseBoolean(texts[row]));
        return values;
    }

    private static IntStream present(String[] texts, BitSet missing) {
        return IntStream.range(0, texts.length).filter(row -> !missing.get(row));
    }
}
