package io.plumbline.domain.experiment;

/**
 * By what runs are put in order. Runs without the field come last, after those where it is NaN.
 *
 * @param field to order by, none of a dataset
 * @param direction from the least or from the greatest
 */
public record Order(Field field, Direction direction) {
    /** Which comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** From the least. */
    public static Order ascending(Field field) {
        return new Order(field, Direction.ASCENDING);
    }

    /** From the greatest. */
    public static Order descending(Field field) {
        return new Order(field, Direction.DESCENDING);
    }
}
