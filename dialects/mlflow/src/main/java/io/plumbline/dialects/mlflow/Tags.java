package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.wire.Param;
import io.plumbline.dialects.mlflow.wire.Tag;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tags and params as maps, within MLflow's limits. */
final class Tags {
    /** MLflow's limit for the value of a tag. */
    static final int LONGEST_VALUE = 8_000;

    /** MLflow's limit for the value of a param. */
    static final int LONGEST_PARAM = 6_000;

    private Tags() {}

    /** The tags by key; the last of the same key wins. */
    static SortedMap<String, String> read(@Nullable List<Tag> tags) {
        SortedMap<String, String> all = new TreeMap<>();
        if (tags != null) {
            tags.forEach(tag -> all.put(tag.key(), value(tag.key(), tag.value())));
        }
        return all;
    }

    /** The value of a tag; nothing is an empty one. */
    static String value(String key, @Nullable String value) {
        return noLongerThan(LONGEST_VALUE, "tag", key, value == null ? "" : value);
    }

    /** The params by key. */
    static SortedMap<String, String> readParams(@Nullable List<Param> params) {
        SortedMap<String, String> all = new TreeMap<>();
        if (params != null) {
            params.forEach(param -> putParam(all, param.key(), param(param.key(), param.value())));
        }
        return all;
    }

    private static void putParam(SortedMap<String, String> all, String key, String value) {
        String before = all.put(key, value);
        if (before != null && !before.equals(value)) {
            throw PlumblineException.invalid("params", "the param " + key + " stands twice, with different values");
        }
    }

    /** The value of a param. */
    static String param(String key, @Nullable String value) {
        return noLongerThan(LONGEST_PARAM, "param", key, value == null ? "" : value);
    }

    private static String noLongerThan(int most, String what, String key, String value) {
        if (value.length() > most) {
            throw PlumblineException.invalid(
                    "value",
                    "the value of the " + what + " " + key + " has " + value.length() + " characters and may have "
                            + most);
        }
        return value;
    }

    static List<Tag> of(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }

    static List<Param> ofParams(Map<String, String> params) {
        return params.entrySet().stream()
                .map(param -> new Param(param.getKey(), param.getValue()))
                .toList();
    }
}
