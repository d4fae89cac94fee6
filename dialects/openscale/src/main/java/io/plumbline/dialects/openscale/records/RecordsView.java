package io.plumbline.dialects.openscale.records;

import java.util.List;
import java.util.Optional;

/**
 * How records are shown.
 *
 * @param includes the columns to show, in this order; empty for all
 * @param annotations the names of the annotations to show; empty for all
 * @param format of a list of records
 * @param binaries how bytes are shown
 */
record RecordsView(
        Optional<List<String>> includes, Optional<List<String>> annotations, Format format, Binaries binaries) {
    /** Everything, each record an object. */
    static final RecordsView WHOLE = new RecordsView(Optional.empty(), Optional.empty(), Format.DICT, Binaries.BASE64);

    /** How a list of records looks. */
    enum Format {
        /** An object each. */
        DICT,
        /** One table of all. */
        LIST
    }

    /** How bytes look. */
    enum Binaries {
        /** As text in their place. */
        BASE64,
        /** As an address beside the values, under which they can be had. */
        REFERENCE
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
