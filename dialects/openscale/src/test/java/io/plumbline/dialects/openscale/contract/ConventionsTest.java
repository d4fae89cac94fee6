package io.plumbline.dialects.openscale.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import io.plumbline.domain.identity.Permission;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the generator and the readers of the contract rely on. */
class ConventionsTest {
    private static final Set<String> SELF_MADE_TOKENS = Set.of("authorize", "getIdentityToken");
    private static final Set<String> PERMISSIONS =
            Arrays.stream(Permission.values()).map(Permission::label).collect(Collectors.toSet());
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");

    @Test
    void theTreeResolvesWithoutMessages() {
        assertThat(Contract.messages()).isEmpty();
    }

    @Test
    void eachOperationHasOneDeclaredTag() {
        List<String> declared =
                Contract.tree().getTags().stream().map(Tag::getName).toList();
        assertThat(Contract.operations())
                .allSatisfy(operation -> assertThat(operation.tags())
                        .as(operation.toString())
                        .hasSize(1)
                        .isSubsetOf(declared));
        assertThat(Contract.operations().stream().flatMap(operation -> operation.tags().stream()))
                .containsAll(declared);
    }

    @Test
    void eachOperationHasANameOfItsOwn() {
        List<String> names = Contract.operations().stream().map(Operation::id).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+([A-Z0-9][a-z0-9]*)+|authorize"));
    }

    @Test
    void eachOperationNamesAPermissionOfTheCore() {
        assertThat(Contract.operations())
                .allSatisfy(operation -> assertThat(operation.permission())
                        .as(operation.toString())
                        .isIn(PERMISSIONS));
    }

    @Test
    void eachOperationHasASuccessAndTheFailuresThatCanHappen() {
        assertThat(Contract.operations())
                .allSatisfy(operation -> assertThat(operation.answers().keySet())
                        .as(operation.toString())
                        .containsAll(failures(operation))
                        .anyMatch(status -> status.startsWith("2")));
    }

    private static List<String> failures(Operation operation) {
        List<String> statuses = new ArrayList<>(List.of("400", "500"));
        boolean open = operation.permission().equals("public");
        when(!open || SELF_MADE_TOKENS.contains(operation.id()), statuses, "401");
        when(!open && !operation.permission().equals("self"), statuses, "403");
        when(!operation.parameters("path").isEmpty(), statuses, "404");
        when(operation.hasBody(), statuses, "413", "415");
        when(operation.absent(), statuses, "501");
        return statuses;
    }

    private static void when(boolean condition, List<String> statuses, String... more) {
        if (condition) {
            statuses.addAll(List.of(more));
        }
    }

    @Test
    void onlyOperationsThatAreAbsentOrSaySoAnswerThatTheyAreAbsent() {
        assertThat(Contract.operations())
                .allSatisfy(operation -> assertThat(operation.answers().containsKey("501"))
                        .as(operation.toString())
                        .isEqualTo(operation.absent()
                                || operation
                                        .extension("x-partial")
                                        .filter(difference -> difference.contains("501"))
                                        .isPresent()));
    }

    @Test
    void allFailuresHaveTheSameShape() {
        assertThat(Contract.operations())
                .allSatisfy(operation -> assertThat(operation.answers())
                        .as(operation.toString())
                        .allSatisfy((status, answer) -> assertThat(status.startsWith("2")
                                        || String.valueOf(answer.get$ref()).startsWith("#/components/responses/"))
                                .as(status)
                                .isTrue()));
        assertThat(Contract.tree().getComponents().getResponses().values())
                .allSatisfy(answer -> assertThat(answer.getContent().values())
                        .singleElement()
                        .extracting(content -> content.getSchema().get$ref())
                        .isEqualTo("#/components/schemas/ErrorReport"));
    }

    @Test
    void eachPartOfAPathIsAParameter() {
        assertThat(Contract.operations())
                .allSatisfy(operation -> assertThat(operation.parameterNames("path"))
                        .as(operation.toString())
                        .containsExactlyElementsOf(TEMPLATE.matcher(operation.path())
                                .results()
                                .map(match -> match.group(1))
                                .sorted()
                                .toList()));
    }

    @Test
    void eachParameterIsToldOnceAndDescribed() {
        assertThat(Contract.operations()).allSatisfy(operation -> {
            assertThat(operation.parameterNames("query"))
                    .as(operation.toString())
                    .doesNotHaveDuplicates();
            assertThat(Stream.of("query", "path", "header").flatMap(place -> operation.parameters(place).stream()))
                    .as(operation.toString())
                    .allSatisfy(parameter -> assertThat(parameter.getDescription())
                            .as(parameter.getName())
                            .isNotBlank());
        });
    }

    @Test
    void patchesAreJsonPatch() {
        List<Operation> patches = Contract.operations().stream()
                .filter(operation -> operation.method().equals("PATCH"))
                .toList();
        assertThat(patches).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.bodyTypes()).containsExactly("application/json", "application/json-patch+json");
            assertThat(operation.description().getRequestBody().getContent().values())
                    .as(operation.toString())
                    .allMatch(content -> "#/components/schemas/JsonPatch"
                            .equals(content.getSchema().get$ref()));
        });
    }

    @Test
    void bodiesThatAreNotJsonAreStreamedOrForms() {
        assertThat(Contract.operations())
                .filteredOn(operation -> operation.bodyTypes().stream()
                        .anyMatch(type -> type.equals("text/csv") || type.equals("application/octet-stream")))
                .isNotEmpty()
                .allMatch(operation -> operation.extension("x-streaming-body").isPresent());
    }

    @Test
    void answersThatAreNotJsonAreStreamed() {
        assertThat(Contract.operations())
                .filteredOn(operation -> operation.answers().values().stream()
                        .filter(answer -> answer.getContent() != null)
                        .anyMatch(answer -> !answer.getContent().keySet().equals(Set.of("application/json"))))
                .isNotEmpty()
                .allMatch(operation -> operation.extension("x-streaming-answer").isPresent());
    }

    @Test
    void answersWithHeadersOrWithSeveralStatusesSayTheirStatusThemselves() {
        assertThat(Contract.operations())
                .filteredOn(operation -> operation.answers().entrySet().stream()
                                .anyMatch(answer -> answer.getKey().startsWith("2")
                                        && answer.getValue().getHeaders() != null)
                        || operation.answers().keySet().stream()
                                        .filter(status -> status.startsWith("2"))
                                        .count()
                                > 1)
                .isNotEmpty()
                .allMatch(operation -> operation.extension("x-answer").isPresent());
    }

    @Test
    void sentRecordsAreAcceptedWithTheAddressOfTheirRequest() {
        assertThat(List.of("addRecords", "patchRecords"))
                .allSatisfy(id -> assertThat(Contract.operation(id).answers())
                        .hasEntrySatisfying(
                                "202", answer -> assertThat(answer.getHeaders()).containsKey("Location")));
    }

    @Test
    void whatIsAbsentOrPartialIsSaidInSentences() {
        assertThatList(Contract.operations())
                .allSatisfy(operation -> Stream.of("x-absent", "x-partial")
                        .flatMap(name -> operation.extension(name).stream())
                        .forEach(text -> assertThat(text).matches("[A-Z`][^\\n#]+\\.")));
        assertThat(Contract.operations())
                .noneMatch(operation ->
                        operation.absent() && operation.extension("x-partial").isPresent());
    }

    @Test
    void schemasAreNamedPlainlyAndUsed() {
        assertThat(Contract.schemas().keySet())
                .allMatch(name -> name.matches("([A-Z][a-z0-9]*)+"))
                .containsExactlyInAnyOrderElementsOf(SchemaFiles.names());
    }

    @Test
    void requiredFieldsAreDescribed() {
        assertThat(Contract.schemas()).allSatisfy((name, schema) -> {
            @SuppressWarnings("unchecked") // The library's own types are raw.
            Schema<Object> typed = schema;
            if (typed.getRequired() != null) {
                assertThat(typed.getProperties().keySet()).as(name).containsAll(new TreeSet<>(typed.getRequired()));
            }
        });
    }
}
