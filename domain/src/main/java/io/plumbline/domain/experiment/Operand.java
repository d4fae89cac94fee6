package io.plumbline.domain.experiment;

/** What a field is compared with. */
public sealed interface Operand {
    /** A text. */
    record Text(String value) implements Operand {}

    /** A number. */
    record Numeric(double value) implements Operand {}
}
