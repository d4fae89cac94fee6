package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.CsvOptions.Header;
import io.plumbline.dialects.openscale.records.columns.NumberText;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the columns of a CSV file.
 *
 * @param names in order
 * @param place where they stand
 */
record CsvHeader(List<String> names, Place place) {
    /** Where the names of columns come from. */
    enum Place {
        FIRST_ROW,
        SCHEMA
    }

    /** Whether the first row is the header. */
    boolean isRow() {
        return place == Place.FIRST_ROW;
    }

    /**
     * The header of a file with this first row. Where the request does not tell, the row is a header if at least half of its fields are
     * columns of the schema, or, where that has none, if none of them is empty, a number, or like another.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a name is missing or comes twice, or where there is no
     *     header and the schema does not fit
     */
    static CsvHeader of(CsvRow row, Schema schema, Optional<Header> told) {
        boolean present = told.map(header -> header == Header.PRESENT).orElseGet(() -> looksLikeHeader(row, schema));
        return present ? named(row) : positional(row, schema);
    }

    private static boolean looksLikeHeader(CsvRow row, Schema schema) {
        if (schema.columns().isEmpty()) {
            return row.fields().stream().noneMatch(field -> field.isBlank() || NumberText.reads(field.strip()))
                    && new HashSet<>(row.fields()).size() == row.fields().size();
        }
        long known = row.fields().stream()
                .filter(field -> schema.column(field).isPresent())
                .count();
        return 2 * known >= row.fields().size();
    }

    private static CsvHeader named(CsvRow row) {
        Set<String> names = new HashSet<>();
        for (String name : row.fields()) {
            if (name.isBlank()) {
                throw PlumblineException.invalid("line " + row.line() + ": the header has a column without a name");
            }
            if (!names.add(name)) {
                throw PlumblineException.invalid(
                        name, "line " + row.line() + ": the column " + name + " is named twice");
            }
        }
        return new CsvHeader(row.fields(), Place.FIRST_ROW);
    }

    /** Without a header the fields are the columns of the schema in order: all of them, or those that a sender fills. */
    private static CsvHeader positional(CsvRow row, Schema schema) {
        int count = row.fields().size();
        List<String> filled = Roles.filled(schema);
        if (filled.size() == count) {
            return new CsvHeader(filled, Place.SCHEMA);
        }
        if (!schema.columns().isEmpty() && schema.columns().size() == count) {
            return new CsvHeader(schema.columns().stream().map(Column::name).toList(), Place.SCHEMA);
        }
        throw PlumblineException.invalid("line " + row.line() + ": there is no header, and " + count
                + " fields do not fit the " + schema.columns().size() + " columns of the data set");
    }
}
