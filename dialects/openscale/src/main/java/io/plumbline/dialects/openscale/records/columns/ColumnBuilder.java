package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import java.util.BitSet;
import java.util.Optional;

/**
 * A column that grows by cells. Rows are counted from 0 and come in order; those passed over are missing. A value that the column does not
 * take, or a second one in a row, is refused by column and row.
 */
public final class ColumnBuilder {
    private final String name;
    private final Optional<ValueType> declared;
    private final BitSet missing = new BitSet();
    private Cells cells;
    private Cells before;
    private int widened = -1;
    private int size;

    private ColumnBuilder(String name, Optional<ValueType> declared, Cells cells) {
        this.name = name;
        this.declared = declared;
        this.cells = cells;
        this.before = cells;
    }

    /** A column of this type. */
    public static ColumnBuilder of(String name, ValueType type) {
        return new ColumnBuilder(name, Optional.of(type), cells(name, type));
    }

    /** A column whose first value decides on the type. */
    public static ColumnBuilder byValue(String name) {
        return new ColumnBuilder(name, Optional.empty(), new UndecidedCells(name));
    }

    /** A column of texts that all together decide on the type, once they are known. */
    public static ColumnBuilder byTexts(String name) {
        return new ColumnBuilder(name, Optional.empty(), new GuessedCells(name));
    }

    /** A column of names, such as ids: texts, or whole numbers taken as texts. */
    public static ColumnBuilder ofLabels(String name) {
        return new ColumnBuilder(name, Optional.of(ValueType.TEXT), new LabelCells(name));
    }

    private static Cells cells(String name, ValueType type) {
        return switch (type) {
            case NUMBER -> new NumberCells(name);
            case INTEGER -> new IntegerCells(name);
            case TIMESTAMP -> new TimestampCells(name);
            case BOOLEAN -> new BooleanCells(name);
            case TEXT -> new TextCells(name);
            case VECTOR -> new VectorCells(name);
            case JSON -> new JsonCells(name);
            case BINARY -> new BinaryCells(name);
        };
    }

    /** The column's name. */
    public String name() {
        return name;
    }

    /** The type that was given to begin with. */
    public Optional<ValueType> declared() {
        return declared;
    }

    /** Whether the column keeps JSON values as they are; then give it nothing else. */
    public boolean takesJson() {
        return cells.takeJson();
    }

    /** How many rows were given a value. */
    public int given() {
        return size - missing.get(0, size).cardinality();
    }

    /** Which of so many rows have no value. */
    public BitSet absent(int rows) {
        BitSet absent = (BitSet) missing.clone();
        absent.set(Math.min(size, rows), rows);
        return absent;
    }

    /** Gives the row a whole number. */
    public void integer(int row, long value) {
        begin(row);
        keep(row, cells.integer(row, value));
    }

    /** Gives the row a number. */
    public void number(int row, double value) {
        begin(row);
        keep(row, cells.number(row, value));
    }

    /** Gives the row a truth value. */
    public void truth(int row, boolean value) {
        begin(row);
        keep(row, cells.truth(row, value));
    }

    /** Gives the row a text; for times and bytes these are read from it. */
    public void text(int row, String value) {
        begin(row);
        keep(row, cells.text(row, value));
    }

    /** Gives the row an array of numbers. */
    public void vector(int row, double[] value) {
        begin(row);
        keep(row, cells.vector(row, value));
    }

    /** Gives the row the text of a JSON value. */
    public void json(int row, String value) {
        begin(row);
        keep(row, cells.json(row, value));
    }

    /** Gives the row no value. */
    public void missing(int row) {
        begin(row);
        missing.set(row);
    }

    /** Forgets this row and those after it, and what the row made of the column. */
    public void discard(int row) {
        if (widened >= row) {
            cells = before;
            widened = -1;
        }
        if (size > row) {
            missing.clear(row, size);
            size = row;
        }
    }

    /** The column with so many rows; empty where no value ever came and no type was given. */
    public Optional<BatchColumn> build(int rows) {
        missing.set(size, Math.max(size, rows));
        return cells instanceof UndecidedCells || (cells instanceof GuessedCells && given() == 0)
                ? Optional.empty()
                : Optional.of(cells.column(rows, missing));
    }

    private void begin(int row) {
        if (row < size) {
            throw Refusal.of(name, row, "is named twice");
        }
        missing.set(size, row);
        size = row + 1;
    }

    private void keep(int row, Cells after) {
        if (after.getClass() != cells.getClass()) {
            before = cells;
            widened = row;
            cells = after;
        }
    }
}
