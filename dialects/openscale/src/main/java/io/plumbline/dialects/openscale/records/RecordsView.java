package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.wire.BinaryFormat;
import io.plumbline.dialects.openscale.wire.RecordFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How records are shown.
 *
 * @param includes the columns to show, in this order; empty for all
 * @param annotations the names of the annotations to show; empty for all
 * @param format of a list of records
 * @param binaries how bytes are shown
 */
record RecordsView(
        Optional<List<String>> includes, Optional<List<String>> annotations, RecordFormat format, Binaries binaries) {
    /** How bytes look. */
    enum Binaries {
        /** As text in their place. */
        BASE64,
        /** As an address beside the values, under which they can be had. */
        REFERENCE;

        /** As a request says. */
        static Binaries of(@Nullable BinaryFormat format) {
            return format == BinaryFormat.REFERENCE ? REFERENCE : BASE64;
        }
    }

    /** Everything, with bytes as the request says. */
    static RecordsView whole(@Nullable BinaryFormat binaries) {
        return new RecordsView(Optional.empty(), Optional.empty(), RecordFormat.DICT, Binaries.of(binaries));
    }

    /** Whether to show this annotation. */
    boolean shows(String annotation) {
        return annotations.map(names -> names.contains(annotation)).orElse(true);
    }

    /** Whether to show any annotations at all. */
    boolean showsAnnotations() {
        return annotations.map(names -> !names.isEmpty()).orElse(true);
    }
}
