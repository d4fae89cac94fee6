package io.plumbline.domain.experiment;

import java.util.List;

/**
 * What runs, or experiments, can be searched by.
 *
 * @param metrics keys, in order
 * @param params keys, in order
 * @param tags keys, in order
 */
public record FacetKeys(List<String> metrics, List<String> params, List<String> tags) {
    /** Keeps unmodifiable copies. */
    public FacetKeys {
        metrics = List.copyOf(metrics);
        params = List.copyOf(params);
        tags = List.copyOf(tags);
    }
}
