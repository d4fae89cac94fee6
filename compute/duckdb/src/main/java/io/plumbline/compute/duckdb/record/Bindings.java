package io.plumbline.compute.duckdb.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The values of a statement. Each is bound to a placeholder, so that nothing a caller wrote becomes part of the SQL. */
final class Bindings {
    private final List<Object> values = new ArrayList<>();

    /** Keeps a value; returns the placeholder that stands for it. */
    String bind(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** The values, in the order of the placeholders' numbers. */
    List<Object> values() {
        return Collections.unmodifiableList(values);
    }
}
