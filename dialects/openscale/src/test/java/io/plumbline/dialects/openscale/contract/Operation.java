package io.plumbline.dialects.openscale.contract;

import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of a contract.
 *
 * @param method in upper case
 * @param path with the names of its parameters in braces
 * @param description what the contract says of it
 */
record Operation(String method, String path, io.swagger.v3.oas.models.Operation description) {
    String id() {
        return String.valueOf(description.getOperationId());
    }

    List<String> tags() {
        return list(description.getTags());
    }

    List<Parameter> parameters(String place) {
        return list(description.getParameters()).stream()
                .filter(parameter -> parameter.getIn().equals(place))
                .toList();
    }

    List<String> parameterNames(String place) {
        return parameters(place).stream().map(Parameter::getName).sorted().toList();
    }

    Map<String, ApiResponse> answers() {
        return description.getResponses();
    }

    boolean hasBody() {
        return description.getRequestBody() != null;
    }

    List<String> bodyTypes() {
        return Stream.ofNullable(description.getRequestBody())
                .flatMap(body -> body.getContent().keySet().stream())
                .sorted()
                .toList();
    }

    Optional<String> extension(String name) {
        return Optional.ofNullable(description.getExtensions())
                .map(extensions -> extensions.get(name))
                .map(Object::toString);
    }

    String permission() {
        return extension("x-permission").orElse("");
    }

    boolean absent() {
        return extension("x-absent").isPresent();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static <T> List<T> list(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
