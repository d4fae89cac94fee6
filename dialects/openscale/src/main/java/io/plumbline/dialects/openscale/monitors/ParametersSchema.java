package io.plumbline.dialects.openscale.monitors;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.dialects.openscale.Documents;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form that parameters of monitors must have: JSON Schema of the draft 2020-12, or of the draft that {@code $schema} names. References
 * stay within the schema: nothing is fetched.
 */
final class ParametersSchema {
    private static final String FIELD = "parameters_schema";
    private static final int MOST_MESSAGES = 5;
    /** Parameters that the server itself reads, which no schema of a user need know. */
    private static final Set<String> OWN =
            Set.of("custom_metrics_provider_id", "custom_metrics_wait_time", "enable_custom_metric_runs");

    private ParametersSchema() {}

    /**
     * Fails where this is no schema.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that says where it is wrong
     */
    static void verify(@Nullable Map<String, JsonNode> schema) {
        if (schema != null) {
            List<Error> wrong = metaSchema(Documents.object(schema));
            if (!wrong.isEmpty()) {
                throw invalid("is no JSON Schema: " + said(wrong));
            }
            errors(schema, Map.of());
        }
    }

    private static List<Error> metaSchema(ObjectNode schema) {
        SpecificationVersion version = version(schema);
        return registry(version)
                .getSchema(SchemaLocation.of(version.getDialectId()))
                .validate(schema);
    }

    /**
     * Fails where parameters do not have the form.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the paths
     */
    static void check(@Nullable Map<String, JsonNode> schema, @Nullable Map<String, JsonNode> parameters) {
        if (schema != null) {
            List<Error> wrong = errors(schema, parameters == null ? Map.of() : parameters);
            if (!wrong.isEmpty()) {
                String path =
                        String.valueOf(wrong.getFirst().getInstanceLocation()).replace('/', '.');
                throw PlumblineException.invalid(
                        "parameters" + path,
                        "the parameters do not have the form that the monitor definition wants: " + said(wrong));
            }
        }
    }

    private static List<Error> errors(Map<String, JsonNode> schema, Map<String, JsonNode> parameters) {
        ObjectNode tree = Documents.object(schema);
        try {
            Schema read = registry(version(tree)).getSchema(tree);
            read.initializeValidators();
            return read.validate(Documents.object(parameters).remove(OWN));
        } catch (SchemaException unusable) {
            throw invalid("cannot be used: " + unusable.getMessage());
        } catch (StackOverflowError endless) {
            throw invalid("refers to itself without end");
        }
    }

    private static SpecificationVersion version(ObjectNode schema) {
        String named = schema.path("$schema").asString(SpecificationVersion.DRAFT_2020_12.getDialectId());
        return SpecificationVersion.fromDialectId(named)
                .orElseThrow(
                        () -> invalid("names a draft that is not known here, which are 4, 6, 7, 2019-09 and 2020-12"));
    }

    /** A new one each time: they remember schemas by the ids that users give them. */
    private static SchemaRegistry registry(SpecificationVersion version) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .locale(Locale.ENGLISH)
                .regularExpressionFactory(LinearPattern::of)
                .build();
        return SchemaRegistry.withDefaultDialect(version, registry -> registry.schemaRegistryConfig(config));
    }

    private static String said(List<Error> wrong) {
        return wrong.stream()
                .limit(MOST_MESSAGES)
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .collect(Collectors.joining("; "));
    }

    private static PlumblineException invalid(String what) {
        return PlumblineException.invalid(FIELD, "the field " + FIELD + " " + what);
    }
}
