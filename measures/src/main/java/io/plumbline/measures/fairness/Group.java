package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.ClassNames;

/** Rows that a feature's value puts together. */
public sealed interface Group {

    /** The group as people write it, such as {@code female} or {@code 18-25}. */
    String label();

    /** Whether a value, as {@link ClassNames} writes numbers, belongs to it. */
    boolean hasText(String value);

    /** Whether a number belongs to it. */
    boolean hasNumber(double value);

    /** Whether a value may belong to both. */
    boolean overlaps(Group other);

    /**
     * The rows of one value.
     *
     * @param value the value; of a numeric feature the number as {@link ClassNames} writes it
     */
    record Value(String value) implements Group {
        @Override
        public String label() {
            return value;
        }

        @Override
        public boolean hasText(String other) {
            return value.equals(other);
        }

        @Override
        public boolean hasNumber(double number) {
            return value.equals(ClassNames.of(number));
        }

        @Override
        public boolean overlaps(Group other) {
            return other instanceof Value one ? value.equals(one.value) : other.overlaps(this);
        }
    }

    /**
     * The rows whose number is between two, both included.
     *
     * @param least the lower end
     * @param greatest the upper end
     */
    record Range(double least, double greatest) implements Group {
        /** Fails unless the ends are numbers in order. */
        public Range {
            if (!(least <= greatest)) {
                throw new IllegalArgumentException("there are no numbers from " + least + " to " + greatest);
            }
        }

        @Override
        public String label() {
            return ClassNames.of(least) + "-" + ClassNames.of(greatest);
        }

        @Override
        public boolean hasText(String value) {
            return false;
        }

        @Override
        public boolean hasNumber(double number) {
            return number >= least && number <= greatest;
        }

        @Override
        public boolean overlaps(Group other) {
            if (other instanceof Range range) {
                return range.least <= greatest && least <= range.greatest;
            }
            try {
                return hasNumber(Double.parseDouble(other.label()));
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }
}
