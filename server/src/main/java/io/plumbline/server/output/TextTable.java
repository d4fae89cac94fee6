package io.plumbline.server.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Text in aligned columns of bounded width. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /** Where the text of a column stands. */
    enum Align {
        LEFT,
        RIGHT
    }

    /**
     * A column.
     *
     * @param title above it
     * @param align of its texts
     * @param greatestWidth longer texts are cut
     */
    record Column(String title, Align align, int greatestWidth) {}

    private record Row(List<String> cells, UnaryOperator<String> style) {}

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row; {@code style} is put around its finished line. */
    void add(UnaryOperator<String> style, List<String> cells) {
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cut.add(cut(printable(cells.get(i)), columns.get(i).greatestWidth()));
        }
        rows.add(new Row(cut, style));
    }

    void writeTo(Appendable out, Emphasis emphasis) throws IOException {
        int[] widths = widths();
        out.append(emphasis.strong(line(titles(), widths))).append('\n');
        for (Row row : rows) {
            out.append(row.style().apply(line(row.cells(), widths))).append('\n');
        }
    }

    private List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }

    private int[] widths() {
        int[] widths = titles().stream().mapToInt(String::length).toArray();
        for (Row row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], width(row.cells().get(i))));
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).align() == Align.LEFT ? cells.get(i) + padding : padding + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    /** Names come from files: control characters would move the cursor. */
    static String printable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "\uFFFD") : text;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int greatest) {
        return width(text) <= greatest ? text : text.substring(0, text.offsetByCodePoints(0, greatest - 1)) + "…";
    }
}
