package io.plumbline.domain.experiment;

import java.util.List;
import java.util.SortedMap;

/**
 * A run with all that it logged except the history of its metrics.
 *
 * @param run itself
 * @param params by key
 * @param tags by key
 * @param metrics a summary of each metric, by key
 * @param inputs the data that it read
 * @param pinned whether the caller has pinned it
 * @param hasChildren whether other runs, that are not in the bin, are parts of it
 * @param descendantMatch whether it was found for what a part of it is, rather than for what it is itself
 */
public record RunView(
        Run run,
        SortedMap<String, String> params,
        SortedMap<String, String> tags,
        List<MetricSummary> metrics,
        List<DatasetInput> inputs,
        boolean pinned,
        boolean hasChildren,
        boolean descendantMatch) {
    /** A run as it was just made, with no more than the params and tags that it was made with. */
    public static RunView made(Run run, RunLog log) {
        return new RunView(run, log.params(), log.tags(), List.of(), List.of(), false, false, false);
    }

    /** The same, found for what a part of it is. */
    public RunView foundByDescendant() {
        return new RunView(run, params, tags, metrics, inputs, pinned, hasChildren, true);
    }
}
