package io.plumbline.domain.record;

import io.plumbline.domain.Id;
import io.plumbline.measures.column.Edges;
import java.util.Map;

/** The edges over which numbers of a dataset's records are counted when they are profiled, so that drift from a baseline is exact. */
public interface CountedEdges {
    /** Those of a dataset, by the column's name; none where it is not compared with anything yet. */
    Map<String, Edges> of(Id dataset);

    /** Whether there are any of a dataset, without reading them. */
    boolean isKept(Id dataset);

    /**
     * Keeps those of a dataset, once: those that are there stay.
     *
     * @return whether they were kept, so that the profiles of older records lack them
     */
    boolean put(Id dataset, Map<String, Edges> edges);
}
