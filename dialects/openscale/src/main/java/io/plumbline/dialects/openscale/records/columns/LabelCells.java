package io.plumbline.dialects.openscale.records.columns;

/** Names of something, such as ids: texts, or whole numbers taken as their digits. */
final class LabelCells extends TextCells {
    private static final int LONGEST = 255;

    LabelCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "texts of 1 to " + LONGEST + " characters and whole numbers";
    }

    @Override
    Cells text(int row, String value) {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw refused(row, "the text " + quoted(value));
        }
        return super.text(row, value);
    }

    @Override
    Cells integer(int row, long value) {
        return super.text(row, Long.toString(value));
    }
}
