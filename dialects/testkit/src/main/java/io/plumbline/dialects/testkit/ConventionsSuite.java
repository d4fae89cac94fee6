package io.plumbline.dialects.testkit;

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

/** What the generator and the readers of a contract rely on. */
public abstract class ConventionsSuite {
    private static final Set<String> PERMISSIONS =
            Arrays.stream(Permission.values()).map(Permission::label).collect(Collectors.toSet());
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");

    private final Contract contract;
    private final List<String> errors;
    private final Set<String> checkingThemselves;

    /**
     * The conventions, held against a contract.
     *
     * @param errors names of the schemas of answers that are not a success
     * @param checkingThemselves names of public operations that look at a credential themselves
     */
    protected ConventionsSuite(Contract contract, Set<String> errors, Set<String> checkingThemselves) {
        this.contract = contract;
        this.errors = errors.stream().map("#/components/schemas/"::concat).toList();
        this.checkingThemselves = checkingThemselves;
    }

    @Test
    protected void theTreeResolvesWithoutMessages() {
        assertThat(contract.messages()).isEmpty();
    }

    @Test
    protected void eachOperationHasOneDeclaredTag() {
        List<String> declared =
                contract.tree().getTags().stream().map(Tag::getName).toList();
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.tags())
                        .as(operation.toString())
                        .hasSize(1)
                        .isSubsetOf(declared));
        assertThat(contract.operations().stream().flatMap(operation -> operation.tags().stream()))
                .containsAll(declared);
    }

    @Test
    protected void eachOperationHasANameOfItsOwn() {
        List<String> names = contract.operations().stream().map(Operation::id).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+([A-Z0-9][a-z0-9]*)+|[a-z]+"));
    }

    @Test
    protected void eachOperationNamesAPermissionOfTheCore() {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.permission())
                        .as(operation.toString())
                        .isIn(PERMISSIONS));
    }

    @Test
    protected void eachOperationHasASuccessAndTheFailuresThatCanHappen() {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.answers().keySet())
                        .as(operation.toString())
                        .containsAll(failures(operation))
                        .anyMatch(status -> status.startsWith("2")));
    }

    private List<String> failures(Operation operation) {
        List<String> statuses = new ArrayList<>(List.of("400", "500"));
        boolean open = operation.permission().equals("public");
        when(!open || checkingThemselves.contains(operation.id()), statuses, "401");
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
    protected void onlyOperationsThatAreAbsentOrSaySoAnswerThatTheyAreAbsent() {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.answers().containsKey("501"))
                        .as(operation.toString())
                        .isEqualTo(operation.absent()
                                || operation
                                        .extension("x-partial")
                                        .filter(difference -> difference.contains("501"))
                                        .isPresent()));
    }

    @Test
    protected void allFailuresHaveTheSameShape() {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.answers())
                        .as(operation.toString())
                        .allSatisfy((status, answer) -> assertThat(status.startsWith("2")
                                        || String.valueOf(answer.get$ref()).startsWith("#/components/responses/"))
                                .as(status)
                                .isTrue()));
        assertThat(contract.tree().getComponents().getResponses().values())
                .allSatisfy(answer -> assertThat(answer.getContent().values())
                        .singleElement()
                        .extracting(content -> content.getSchema().get$ref())
                        .asString()
                        .isIn(errors));
    }

    @Test
    protected void eachPartOfAPathIsAParameter() {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.parameterNames("path"))
                        .as(operation.toString())
                        .containsExactlyElementsOf(TEMPLATE.matcher(operation.path())
                                .results()
                                .map(match -> match.group(1))
                                .sorted()
                                .toList()));
    }

    @Test
    protected void eachParameterIsToldOnceAndDescribed() {
        assertThat(contract.operations()).allSatisfy(operation -> {
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
    protected void bodiesThatAreNotJsonAreStreamedOrForms() {
        assertThat(contract.operations())
                .filteredOn(operation -> operation.bodyTypes().stream()
                        .anyMatch(type -> type.equals("text/csv") || type.equals("application/octet-stream")))
                .allMatch(operation -> operation.extension("x-streaming-body").isPresent());
    }

    @Test
    protected void answersThatAreNotJsonAreStreamed() {
        assertThat(contract.operations())
                .filteredOn(operation -> operation.answers().values().stream()
                        .filter(answer -> answer.getContent() != null)
                        .anyMatch(answer -> !answer.getContent().keySet().equals(Set.of("application/json"))))
                .allMatch(operation -> operation.extension("x-streaming-answer").isPresent());
    }

    @Test
    protected void answersWithHeadersOrWithSeveralStatusesSayTheirStatusThemselves() {
        assertThat(contract.operations())
                .filteredOn(operation -> operation.answers().entrySet().stream()
                                .anyMatch(answer -> answer.getKey().startsWith("2")
                                        && answer.getValue().getHeaders() != null)
                        || operation.answers().keySet().stream()
                                        .filter(status -> status.startsWith("2"))
                                        .count()
                                > 1)
                .allMatch(operation -> operation.extension("x-answer").isPresent()
                        || operation.extension("x-streaming-answer").isPresent());
    }

    @Test
    protected void whatIsAbsentOrPartialIsSaidInSentences() {
        assertThatList(contract.operations())
                .allSatisfy(operation -> Stream.of("x-absent", "x-partial")
                        .flatMap(name -> operation.extension(name).stream())
                        .forEach(text -> assertThat(text).matches("[A-Z`][^\\n#]+\\.")));
        assertThat(contract.operations())
                .noneMatch(operation ->
                        operation.absent() && operation.extension("x-partial").isPresent());
    }

    @Test
    protected void schemasAreNamedPlainlyAndUsed() {
        assertThat(contract.schemas().keySet())
                .allMatch(name -> name.matches("([A-Z][a-z0-9]*)+"))
                .containsExactlyInAnyOrderElementsOf(SchemaFiles.names(contract.folder()));
    }

    @Test
    protected void requiredFieldsAreDescribed() {
        assertThat(contract.schemas()).allSatisfy((name, schema) -> {
            @SuppressWarnings("unchecked") // The library's own types are raw.
            Schema<Object> typed = schema;
            if (typed.getRequired() != null) {
                assertThat(typed.getProperties().keySet()).as(name).containsAll(new TreeSet<>(typed.getRequired()));
            }
        });
    }
}
