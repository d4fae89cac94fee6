package io.plumbline.compute.duckdb.record;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of columns in files. Files keep the names of the schema, so that anything can read them; but DuckDB does not tell upper from lower
 * case, and a few names are its own or ours. A name that would clash gets {@code ~} and a number, and so does every name that already
 * ends so: what ends so was changed, and taking it off gives the name of the schema.
 */
final class ColumnNames {
    private static final Pattern SUFFIX = Pattern.compile("~\\d+$");

    /** Names that DuckDB gives to where a row lies; a column of that name would be taken for it. */
    private static final Set<String> RESERVED = Set.of("file_index", "file_row_number", "filename");

    private final Set<String> taken = new HashSet<>(RESERVED);

    ColumnNames() {
        for (SystemColumn column : SystemColumn.values()) {
            taken.add(column.physical());
        }
        taken.add(RowNumbers.ID_PREFIX);
    }

    /** The name in the file of the next column. */
    String physical(String name) {
        if (!SUFFIX.matcher(name).find() && taken.add(folded(name))) {
            return name;
        }
        int number = 1;
        while (!taken.add(folded(name + "~" + number))) {
            number++;
        }
        return name + "~" + number;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The name in the schema of a column of a file. */
    static String logical(String physical) {
        return SUFFIX.matcher(physical).replaceFirst("");
    }
}
