package io.plumbline.server.demo;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What a column says of an application. */
sealed interface CreditValue {
    /** As a file has it; empty for none. */
    String text(Application row);

    /** A text that each application has. */
    record Text(Function<Application, String> of) implements CreditValue {
        @Override
        public String text(Application row) {
            return of.apply(row);
        }
    }

    /** Yes or no. */
    record Truth(Predicate<Application> of) implements CreditValue {
        @Override
        public String text(Application row) {
            return Boolean.toString(of.test(row));
        }
    }

    /**
     * A whole number.
     *
     * @param known which applications have one
     */
    record Whole(ToLongFunction<Application> of, Predicate<Application> known) implements CreditValue {
        /** The number; 0 for none. */
        long number(Application row) {
            return known.test(row) ? of.applyAsLong(row) : 0;
        }

        @Override
        public String text(Application row) {
            return known.test(row) ? Long.toString(of.applyAsLong(row)) : "";
        }
    }

    /**
     * A number that is not negative.
     *
     * @param of without its rounding
     * @param power of ten, of which it is a whole number of parts
     * @param known which applications have one
     */
    record Fraction(ToDoubleFunction<Application> of, long power, Predicate<Application> known) implements CreditValue {
        /** The number that the text stands for, both being the nearest ones to the same decimal; 0 for none. */
        double number(Application row) {
            return known.test(row) ? (double) parts(row) / power : 0;
        }

        private long parts(Application row) {
            return Math.round(of.applyAsDouble(row) * power);
        }

        /** {@code String.format} would take most of the demo's time. */
        @Override
        public String text(Application row) {
            if (!known.test(row)) {
                return "";
            }
            long parts = parts(row);
            // The leading 1 keeps the zeros behind the point.
            return parts / power + "." + Long.toString(power + parts % power).substring(1);
        }
    }
}
