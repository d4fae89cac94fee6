package io.plumbline.compute.duckdb.record;

import java.util.Arrays;

/** Arrays of numbers as texts, as DuckDB writes and reads them. */
final class Vectors {
    private Vectors() {}

    static String text(double[] vector) {
        return Arrays.toString(vector);
    }

    static double[] parse(String text) {
        String inner = text.substring(1, text.length() - 1);
        if (inner.isEmpty()) {
            return new double[0];
        }
        return Arrays.stream(inner.split(", ")).mapToDouble(Vectors::number).toArray();
    }

    private static double number(String text) {
        return switch (text) {
            case "nan", "-nan", "NULL" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
