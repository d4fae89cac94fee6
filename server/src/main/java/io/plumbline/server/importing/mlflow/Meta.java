package io.plumbline.server.importing.mlflow;

import io.plumbline.server.output.RefusedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file {@code meta.yaml}: plain fields, and maps of tags.
 *
 * @param fields by name
 */
record Meta(Map<?, ?> fields) {
    /**
     * Reads one.
     *
     * @throws RefusedException where it is no YAML map
     */
    static Meta read(Path file) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(TextFiles.read(file));
            if (read instanceof Map<?, ?> map) {
                return new Meta(map);
            }
        } catch (YAMLException e) {
            throw new RefusedException("'" + file + "' is no YAML: " + e.getMessage(), e);
        }
        throw new RefusedException("'" + file + "' has no fields.");
    }

    /** A field as text; empty where there is none. */
    String text(String name) {
        return Objects.requireNonNullElse(fields.get(name), "").toString();
    }

    /** A field as a number, where it is one. */
    Optional<Long> number(String name) {
        return fields.get(name) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** This dataset as an input that is described by another file, as the API writes it. */
    JsonNode datasetInput(Meta input) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (input.fields().get("tags") instanceof Map<?, ?> tags) {
            tags.forEach((key, value) -> node.withArray("tags")
                    .addObject()
                    .put("key", String.valueOf(key))
                    .put("value", String.valueOf(value)));
        }
        ObjectNode dataset = node.putObject("dataset");
        for (String name : new String[] {"name", "digest", "source_type", "source", "schema", "profile"}) {
            if (fields.get(name) != null) {
                dataset.put(name, text(name));
            }
        }
        return node;
    }
}
