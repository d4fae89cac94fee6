package io.plumbline.server.importing.mlflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The lists of an MLflow server, which it gives page by page. */
final class Pages {
    private static final String TOKEN = "page_token";

    private final MlflowApi api;

    Pages(MlflowApi api) {
        this.api = api;
    }

    /** All entries of a list that is asked for by GET. */
    Stream<JsonNode> got(String operation, ObjectNode query, String list) {
        return all(query, list, part -> api.get(operation, parameters(part)));
    }

    /** All entries of a list that is asked for by POST. */
    Stream<JsonNode> posted(String operation, ObjectNode query, String list) {
        return all(query, list, part -> api.post(operation, part));
    }

    private static Map<String, String> parameters(ObjectNode query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        query.properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asString()));
        return parameters;
    }

    private static Stream<JsonNode> all(ObjectNode query, String list, Function<ObjectNode, JsonNode> asking) {
        return Stream.iterate(
                        Optional.of(asking.apply(query)),
                        Optional::isPresent,
                        page -> page.map(
                                        answer -> answer.path("next_page_token").asString(""))
                                .filter(token -> !token.isEmpty())
                                .map(token -> asking.apply(query.deepCopy().put(TOKEN, token))))
                .flatMap(page ->
                        page.stream().flatMap(answer -> answer.path(list).valueStream()));
    }
}
