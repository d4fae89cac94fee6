package io.plumbline.measures.quality;

/**
 * How closely two columns go together.
 *
 * @param first the name of the column that comes first in the table
 * @param second the name of the other
 * @param value the coefficient; NaN where one of the two does not vary over the rows used
 * @param rows how many rows were used: those with a value in both columns
 */
public record Correlation(String first, String second, double value, long rows) {}
