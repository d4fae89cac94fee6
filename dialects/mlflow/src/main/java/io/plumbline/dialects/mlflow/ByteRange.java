package io.plumbline.dialects.mlflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first byte
 * @param length in bytes; 0 for a part that the file does not have
 */
record ByteRange(long first, long length) {
    private static final Pattern FIELD = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The range that the field Range asks for, of a file of this size; empty where the whole file is meant. */
    static Optional<ByteRange> of(Optional<String> field, long size) {
        return field.map(String::strip)
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .flatMap(range -> of(range, size));
    }

    private static Optional<ByteRange> of(Matcher range, long size) {
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? Optional.empty() : Optional.of(last(Long.parseLong(to), size));
        }
        long first = Long.parseLong(from);
        long end = to.isEmpty() ? size : Math.min(size, Long.parseLong(to) + 1);
        return Optional.of(new ByteRange(first, Math.max(0, end - first)));
    }

    private static ByteRange last(long count, long size) {
        long length = Math.min(count, size);
        return new ByteRange(size - length, length);
    }
}
