package io.plumbline.dialects.testkit;

import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a contract.
 *
 * @param method in upper case
 * @param path with the names of its parameters in braces
 * @param description what the contract says of it
 */
public record Operation(String method, String path, io.swagger.v3.oas.models.Operation description) {
    /** Its name. */
    public String id() {
        return String.valueOf(description.getOperationId());
    }

    /** Its tags. */
    public List<String> tags() {
        return list(description.getTags());
    }

    /** Its parameters in a place: path, query or header. */
    public List<Parameter> parameters(String place) {
        return list(description.getParameters()).stream()
                .filter(parameter -> parameter.getIn().equals(place))
                .toList();
    }

    /** The names of its parameters in a place, in order. */
    public List<String> parameterNames(String place) {
        return parameters(place).stream().map(Parameter::getName).sorted().toList();
    }

    /** Its answers by status. */
    public Map<String, ApiResponse> answers() {
        return description.getResponses();
    }

    /** Whether it takes a body. */
    public boolean hasBody() {
        return description.getRequestBody() != null;
    }

    /** The content types of its body, in order. */
    public List<String> bodyTypes() {
        return Stream.ofNullable(description.getRequestBody())
                .flatMap(body -> body.getContent().keySet().stream())
                .sorted()
                .toList();
    }

    /** An extension, as text. */
    public Optional<String> extension(String name) {
        return Optional.ofNullable(description.getExtensions())
                .map(extensions -> extensions.get(name))
                .map(Object::toString);
    }

    /** The permission that it asks for. */
    public String permission() {
        return extension("x-permission").orElse("");
    }

    /** Whether it only answers that it is absent. */
    public boolean absent() {
        return extension("x-absent").isPresent();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
