package io.plumbline.dialects.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.identity.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of the dialect says what its contract says. */
class PageTest {
    private static final Path PAGE = Path.of("../../docs/dialects/mlflow.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| `([A-Z]+ /\\S+)` \\| (\\w+) \\| ?(.*?) ?\\|");
    private static final Pattern COUNTS =
            Pattern.compile("(\\d+) operations (\\d+) are supported, (\\d+) in part, and (\\d+) are absent");
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private record Row(String id, String operation, String state, String remark) {}

    private static Stream<Row> contract() {
        try (InputStream file = PageTest.class.getResourceAsStream("/openapi/mlflow/openapi.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file)).path("paths").properties().stream()
                    .flatMap(path -> path.getValue().properties().stream()
                            .filter(operation -> METHODS.contains(operation.getKey()))
                            .map(operation -> row(path.getKey(), operation.getKey(), operation.getValue())))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String path, String method, JsonNode operation) {
        String absent = operation.path("x-absent").asString("");
        String partial = operation.path("x-partial").asString("");
        return new Row(
                operation.path("operationId").stringValue(),
                method.toUpperCase(Locale.ROOT) + " " + path,
                !absent.isEmpty() ? "absent" : !partial.isEmpty() ? "partial" : "supported",
                absent + partial);
    }

    private static List<Row> page() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .flatMap(line -> ROW.matcher(line).results())
                .map(match -> new Row(match.group(1), match.group(2), match.group(3), match.group(4)))
                .toList();
    }

    @Test
    void eachOperationStandsOnceWithItsStateAndItsDifference() throws IOException {
        assertThat(page()).containsExactlyInAnyOrderElementsOf(contract().toList());
    }

    @Test
    void theCountsAreRight() throws IOException {
        List<String> counts = Stream.concat(
                        Stream.of(contract().count()),
                        Stream.of("supported", "partial", "absent")
                                .map(state -> contract()
                                        .filter(row -> row.state().equals(state))
                                        .count()))
                .map(String::valueOf)
                .toList();
        assertThat(COUNTS.matcher(Files.readString(PAGE)).results().toList())
                .singleElement()
                .satisfies(match -> assertThat(List.of(match.group(1), match.group(2), match.group(3), match.group(4)))
                        .isEqualTo(counts));
    }

    @Test
    void permissionsAreThoseOfTheCore() throws IOException {
        List<String> labels =
                Arrays.stream(Permission.values()).map(Permission::label).toList();
        try (InputStream file = PageTest.class.getResourceAsStream("/openapi/mlflow/openapi.json")) {
            assertThat(JsonMapper.shared()
                            .readTree(Objects.requireNonNull(file))
                            .findValuesAsString("x-permission"))
                    .hasSize((int) contract().count())
                    .allMatch(labels::contains);
        }
    }
}
