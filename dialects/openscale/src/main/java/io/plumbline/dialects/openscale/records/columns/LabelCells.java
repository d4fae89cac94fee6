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
        if (value.isBlank() || value.length() > LONGEST || hasControls(value)) {
            throw refused(row, "the text " + quoted(value));
        }
        return super.text(row, value);
    }

    private static boolean hasControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    Cells integer(int row, long value) {
        return super.text(row, Long.toString(value));
    }
}
