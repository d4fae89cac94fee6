package io.plumbline.measures.performance;

/**
 * How many rows a score stands for.
 *
 * @param rows all rows of the profile; of a ranking, all queries
 * @param used those that had all that the measure needs
 */
public record SampleSize(long rows, long used) {}
