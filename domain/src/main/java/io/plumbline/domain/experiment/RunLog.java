package io.plumbline.domain.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run logs at once: all of it is kept, or nothing.
 *
 * @param points of metrics, in the order in which they came
 * @param params by key; a param that the run has already must have the same value
 * @param tags by key; a tag that the run has already gets the new value
 */
public record RunLog(List<MetricPoint> points, SortedMap<String, String> params, SortedMap<String, String> tags) {
    /** Nothing. */
    public static final RunLog EMPTY = new RunLog(List.of(), new TreeMap<>(), new TreeMap<>());

    /**
     * Checks the keys.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public RunLog {
        params.keySet().forEach(key -> Keys.checked("param", key));
        tags.keySet().forEach(key -> Keys.checked("tag", key));
        points = List.copyOf(points);
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** These points alone. */
    public static RunLog of(List<MetricPoint> points) {
        return new RunLog(points, new TreeMap<>(), new TreeMap<>());
    }

    /** One param. */
    public static RunLog param(String key, String value) {
        return new RunLog(List.of(), new TreeMap<>(Map.of(key, value)), new TreeMap<>());
    }

    /** One tag. */
    public static RunLog tag(String key, String value) {
        return new RunLog(List.of(), new TreeMap<>(), new TreeMap<>(Map.of(key, value)));
    }
}
