package io.plumbline.measures.table;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes chunks of cells, in arrays that are reused. */
final class ColumnChunks {
    private final ColumnType type;
    private final double[] doubles;
    private final long[] longs;
    private final String[] texts;
    private final long[] ones;

    ColumnChunks(ColumnType type, int most) {
        this.type = type;
        doubles = new double[most];
        longs = new long[most];
        texts = new String[most];
        ones = new long[most];
        Arrays.fill(ones, 1);
    }

    ColumnChunk of(List<@Nullable Object> cells) {
        List<Object> values = cells.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        int missing = cells.size() - values.size();
        return switch (type) {
            case NUMBER -> numbers(values, missing);
            case INTEGER, TIMESTAMP -> integers(values, missing);
            case BOOLEAN -> booleans(values, missing);
            case TEXT -> texts(values, missing);
        };
    }

    private ColumnChunk numbers(List<Object> values, int missing) {
        for (int i = 0; i < values.size(); i++) {
            doubles[i] = (Double) values.get(i);
        }
        return new ColumnChunk.Numbers(doubles, values.size(), missing, 0);
    }

    private ColumnChunk integers(List<Object> values, int missing) {
        for (int i = 0; i < values.size(); i++) {
            longs[i] = (Long) values.get(i);
        }
        return new ColumnChunk.Integers(longs, values.size(), missing, 0);
    }

    private static ColumnChunk booleans(List<Object> values, int missing) {
        long trues = values.stream().filter(Boolean.TRUE::equals).count();
        return new ColumnChunk.Booleans(trues, values.size() - trues, missing, 0);
    }

    private ColumnChunk texts(List<Object> values, int missing) {
        for (int i = 0; i < values.size(); i++) {
            texts[i] = (String) values.get(i);
        }
        return new ColumnChunk.Texts(texts, ones, values.size(), missing, 0);
    }
}
