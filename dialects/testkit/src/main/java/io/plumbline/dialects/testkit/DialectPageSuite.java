package io.plumbline.dialects.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for users says of each operation what the contract says. */
public abstract class DialectPageSuite {
    private static final Pattern HEADING = Pattern.compile("### (.+)");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| `([A-Z]+ /\\S+)` \\| (\\w+) \\| ?(.*?) ?\\|");
    private static final Pattern COUNTS =
            Pattern.compile("(\\d+) are supported, (\\d+) in part, and (\\d+) are absent");

    private final Contract contract;
    private final Path file;

    /** This page, held against this contract. */
    protected DialectPageSuite(Contract contract, Path file) {
        this.contract = contract;
        this.file = file;
    }

    /** A row of a table, as the page and as the contract would write it. */
    private record Row(String id, String operation, String state, String remark) {
        static Row of(MatchResult match) {
            return new Row(match.group(1), match.group(2), match.group(3), match.group(4));
        }

        static Row of(Operation operation) {
            return new Row(operation.id(), operation.toString(), stateOf(operation), remarkOf(operation));
        }

        private static String stateOf(Operation operation) {
            if (operation.absent()) {
                return "absent";
            }
            return operation.extension("x-partial").isPresent() ? "partial" : "supported";
        }

        private static String remarkOf(Operation operation) {
            return operation
                    .extension("x-absent")
                    .or(() -> operation.extension("x-partial"))
                    .orElse("");
        }
    }

    @Test
    protected void eachOperationStandsOnceWithItsStateAndItsDifference() throws IOException {
        assertThat(page().lines().flatMap(DialectPageSuite::rows))
                .containsExactlyInAnyOrderElementsOf(
                        contract.operations().stream().map(Row::of).toList());
    }

    @Test
    protected void operationsStandUnderTheirTag() throws IOException {
        Map<String, String> tags = contract.operations().stream()
                .collect(Collectors.toMap(
                        Operation::id, operation -> operation.tags().getFirst()));
        List<String> sections = Arrays.asList(page().split("(?m)^(?=### )"));
        assertThat(sections.subList(1, sections.size()))
                .isNotEmpty()
                .allSatisfy(section -> assertThat(section.lines().flatMap(DialectPageSuite::rows))
                        .isNotEmpty()
                        .allMatch(row -> heading(section).equals(tags.get(row.id()))));
    }

    @Test
    protected void theCountsAreRight() throws IOException {
        Map<String, Long> counts = contract.operations().stream()
                .map(Row::of)
                .collect(Collectors.groupingBy(Row::state, Collectors.counting()));
        assertThat(COUNTS.matcher(page()).results().toList())
                .singleElement()
                .satisfies(match -> assertThat(List.of(match.group(1), match.group(2), match.group(3)))
                        .isEqualTo(Stream.of("supported", "partial", "absent")
                                .map(state -> String.valueOf(counts.getOrDefault(state, 0L)))
                                .toList()));
    }

    private String page() throws IOException {
        return Files.readString(file);
    }

    private static Stream<Row> rows(String line) {
        return ROW.matcher(line).results().map(Row::of);
    }

    private static String heading(String section) {
        return HEADING.matcher(section).results().findFirst().orElseThrow().group(1);
    }
}
