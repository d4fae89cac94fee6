package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.records.FilterSyntax.Operator;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    @Test
    void termsAreSeparatedByCommas() {
        assertThat(records("age:gte:18,gender:eq:female,plan:null,x:nonnull,c:in:a;b;c,d:like:A%_"))
                .containsExactly(
                        term("age", Operator.GREATER_OR_EQUAL, "18"),
                        term("gender", Operator.EQUAL, "female"),
                        term("plan", Operator.NULL),
                        term("x", Operator.PRESENT),
                        term("c", Operator.IN, "a", "b", "c"),
                        term("d", Operator.LIKE, "A%_"));
    }

    @Test
    void theSpellingsOfTheSamplesAreRead() {
        assertThat(records("age:ge:20,age:ls:30,age:le:1"))
                .extracting(FilterTerm::operator)
                .containsExactly(Operator.GREATER_OR_EQUAL, Operator.LESS, Operator.LESS_OR_EQUAL);
    }

    @Test
    void valuesMayHaveColonsAndFieldsToo() {
        assertThat(records("at:gt:2026-01-01T00:00:00Z,ns:name:eq:a:b,e:eq:"))
                .containsExactly(
                        term("at", Operator.GREATER, "2026-01-01T00:00:00Z"),
                        term("ns:name", Operator.EQUAL, "a:b"),
                        term("e", Operator.EQUAL, ""));
    }

    @Test
    void aBackslashTakesTheMeaningFromWhatFollows() {
        assertThat(records("name:eq:Smith\\, John,in:in:a\\;b;c\\]\\\\,\\\\path:eq:C:\\dir"))
                .containsExactly(
                        term("name", Operator.EQUAL, "Smith, John"),
                        term("in", Operator.IN, "a;b", "c]\\"),
                        term("\\path", Operator.EQUAL, "C:\\dir"));
    }

    @ParameterizedTest
    @EnumSource(FilterSyntax.class)
    void everyLanguageReadsBothWaysOfSeveralValues(FilterSyntax syntax) {
        assertThat(FilterParser.parse(syntax, "region:in:[us,pl],a:in:x;y,seg:exists,b:eq:[1]"))
                .containsExactly(
                        term("region", Operator.IN, "us", "pl"),
                        term("a", Operator.IN, "x", "y"),
                        term("seg", Operator.PRESENT),
                        term("b", Operator.EQUAL, "[1]"));
    }

    @ParameterizedTest
    @CsvSource({"METRICS,a:gt:1", "METRICS,a:like:x", "DISTRIBUTIONS,a:like:x"})
    void whatALanguageDoesNotHaveIsRefused(FilterSyntax syntax, String text) {
        assertThatThrownBy(() -> FilterParser.parse(syntax, text))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("no operator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "age",
                "age:",
                "age:18",
                "age:about:18",
                ":eq:1",
                "age:eq",
                "age:gt",
                "age:in",
                "age:null:1",
                "age:eq:1,",
                ",age:eq:1",
                "age:eq:1,,b:eq:2",
                "c:in:[a,b",
                "c:in:[a]x",
                "name:eq:Smith, John",
                "a\\:eq:1"
            })
    void whatIsNoFilterIsRefused(String text) {
        assertThatThrownBy(() -> records(text))
                .isInstanceOf(PlumblineException.class)
                .hasMessageStartingWith("the filter ");
    }

    @Test
    void sqlIsJustAValue() {
        assertThat(records("a:eq:'; drop table records; --"))
                .containsExactly(term("a", Operator.EQUAL, "'; drop table records; --"));
    }

    @Property
    void whatIsPrintedIsParsedAgain(@ForAll("filters") List<FilterTerm> terms) {
        String printed = terms.stream().map(FilterParserTest::printed).collect(Collectors.joining(","));
        assertThat(records(printed)).isEqualTo(terms);
    }

    @Property
    void anyTextIsAFilterOrRefused(@ForAll("texts") String text) {
        try {
            assertThat(records(text)).isNotEmpty();
        } catch (PlumblineException e) {
            assertThat(e.failure().message()).startsWith("the filter ");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(":,;[]\\ eqinull").ofMaxLength(40);
    }

    @Provide
    Arbitrary<List<FilterTerm>> filters() {
        StringArbitrary values =
                Arbitraries.strings().withChars("ab:,;[]\\ %_é'\"").ofMaxLength(8);
        return Combinators.combine(
                        values.ofMinLength(1),
                        Arbitraries.of(Operator.class),
                        values.list().ofMinSize(1).ofMaxSize(4))
                .as(FilterParserTest::fitted)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static FilterTerm fitted(String field, Operator operator, List<String> values) {
        return switch (operator) {
            case NULL, PRESENT -> term(field, operator);
            case IN -> new FilterTerm(field, operator, values);
            default -> term(field, operator, values.getFirst());
        };
    }

    private static String printed(FilterTerm term) {
        String head = quoted(term.field()) + ":" + term.operator().words().getLast();
        String values = term.values().stream().map(FilterParserTest::quoted).collect(Collectors.joining(";"));
        return term.operator().hasValue() ? head + ":" + values : head;
    }

    private static String quoted(String value) {
        return value.replaceAll("[,:;\\[\\]\\\\]", "\\\\$0");
    }

    private static List<FilterTerm> records(String text) {
        return FilterParser.parse(FilterSyntax.RECORDS, text);
    }

    private static FilterTerm term(String field, Operator operator, String... values) {
        return new FilterTerm(field, operator, List.of(values));
    }
}
