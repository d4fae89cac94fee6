package io.plumbline.store.records.log;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of frames.
 *
 * @param path where it is; its name carries {@code first}
 * @param first number of its first frame, or of the frame that will be its first
 */
record Segment(Path path, long first) {
    private static final Pattern NAME = Pattern.compile("intake-(\\d{19})\\.log");

    static Segment in(Path folder, long first) {
        return new Segment(folder.resolve(String.format(Locale.ROOT, "intake-%019d.log", first)), first);
    }

    /** The segment of that file, or none where the name is not a segment's. */
    static Optional<Segment> of(Path path) {
        Matcher matcher = NAME.matcher(path.getFileName().toString());
        return matcher.matches() ? Optional.of(new Segment(path, Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** The file beside it with this ending added. */
    Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
