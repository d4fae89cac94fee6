package io.plumbline.http.patch;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a JSON Patch as it came; {@link JsonPatch} checks it.
 *
 * @param op add, remove, replace, move, copy or test
 * @param path JSON pointer to what changes
 * @param from JSON pointer to the source of move and copy
 * @param value of add, replace and test; a JSON null where it stands there as null, and null where it is left out
 */
public record JsonPatchOperation(
        @JsonProperty("op") @Nullable String op,
        @JsonProperty("path") @Nullable String path,
        @JsonProperty("from") @Nullable String from,
        @JsonProperty("value") @Nullable JsonNode value) {}
