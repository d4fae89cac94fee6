package io.plumbline.domain.experiment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Data that a run read.
 *
 * @param name of the data
 * @param digest that tells its contents from others of the name
 * @param context what it was used for, such as training; may be empty
 * @param sourceType what kind of place it came from
 * @param source the place, as a document of that type
 * @param schema as a document, may be empty
 * @param profile as a document, may be empty
 * @param tags by key
 */
public record DatasetInput(
        String name,
        String digest,
        String context,
        String sourceType,
        String source,
        String schema,
        String profile,
        SortedMap<String, String> tags) {
    /** Checks name, digest and keys. */
    public DatasetInput {
        Keys.checked("dataset", name);
        Keys.checked("digest", digest);
        tags.keySet().forEach(key -> Keys.checked("tag", key));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
