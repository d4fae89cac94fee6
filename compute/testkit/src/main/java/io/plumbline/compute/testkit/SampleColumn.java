package io.plumbline.compute.testkit;

import io.plumbline.measures.column.ColumnType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a small data set, as a test describes it.
 *
 * @param name its name
 * @param type how an engine is to store it
 * @param values one for each row: Double, Long, Instant, Boolean or String by {@code type}; null where there is none
 */
public record SampleColumn(String name, ColumnType type, List<@Nullable Object> values) {

    /** With one value for each row. */
    public static SampleColumn of(String name, ColumnType type, @Nullable Object... values) {
        return new SampleColumn(name, type, Collections.unmodifiableList(Arrays.asList(values)));
    }
}
