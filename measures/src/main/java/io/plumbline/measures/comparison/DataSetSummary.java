package io.plumbline.measures.comparison;

import java.util.OptionalLong;

/**
 * One of the two data sets.
 *
 * @param name what the user calls it
 * @param rows how many rows it has
 * @param columns how many columns it has
 * @param duplicateRows how many rows equal an earlier one; empty where it is not known, as for stored profiles
 */
public record DataSetSummary(String name, long rows, int columns, OptionalLong duplicateRows) {}
