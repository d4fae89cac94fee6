package io.plumbline.http.patch;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Changes to a JSON document after RFC 6902: in order, all or none. */
public final class JsonPatch {
    private final List<JsonPatchOperation> operations;

    private JsonPatch(List<JsonPatchOperation> operations) {
        this.operations = List.copyOf(operations);
    }

    /**
     * Of these operations.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where one of them is null
     */
    public static JsonPatch of(List<JsonPatchOperation> operations) {
        int missing = new ArrayList<>(operations).indexOf(null);
        if (missing >= 0) {
            throw PlumblineException.invalid("operation " + missing + " of the patch is null");
        }
        return new JsonPatch(operations);
    }

    /**
     * The document after all changes; the one that is given stays as it is.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where a test fails; of {@link Failure.Invalid} where an operation makes no sense
     *     or leads to a place that is not there; of {@link Failure.TooLarge} where copies would swell the document
     */
    public JsonNode apply(JsonNode document) {
        PatchedDocument patched = new PatchedDocument(document);
        for (int i = 0; i < operations.size(); i++) {
            apply(operations.get(i), patched, "operation " + i + " of the patch");
        }
        return patched.root();
    }

    private static void apply(JsonPatchOperation operation, PatchedDocument document, String which) {
        JsonPath path = path(operation.path(), which, "path");
        switch (given(operation.op(), which, "op")) {
            case "add" -> document.add(path, value(operation, which), which);
            case "remove" -> document.remove(path, which);
            case "replace" -> document.replace(path, value(operation, which), which);
            case "move" -> move(path(operation.from(), which, "from"), path, document, which);
            case "copy" -> document.add(path, document.copied(path(operation.from(), which, "from"), which), which);
            case "test" -> test(path, value(operation, which), document, which);
            default ->
                throw PlumblineException.invalid(
                        which + " has an op that is none of add, remove, replace, move, copy and test");
        }
    }

    private static void move(JsonPath from, JsonPath path, PatchedDocument document, String which) {
        if (path.isBelow(from)) {
            throw PlumblineException.invalid(which + " moves a value into itself");
        }
        JsonNode moved = document.at(from, which);
        if (!path.equals(from)) {
            document.remove(from, which);
            document.add(path, moved, which);
        }
    }

    private static void test(JsonPath path, JsonNode expected, PatchedDocument document, String which) {
        if (!JsonEquality.equal(document.at(path, which), expected)) {
            throw new PlumblineException(
                    new Failure.Conflict(which + " tests " + path + " for a value that is not there"));
        }
    }

    private static JsonPath path(@Nullable String pointer, String which, String field) {
        return JsonPath.of(given(pointer, which, field), which);
    }

    private static JsonNode value(JsonPatchOperation operation, String which) {
        return given(operation.value(), which, "value");
    }

    private static <T> T given(@Nullable T value, String which, String field) {
        if (value == null) {
            throw PlumblineException.invalid(which + " has no " + field);
        }
        return value;
    }
}
