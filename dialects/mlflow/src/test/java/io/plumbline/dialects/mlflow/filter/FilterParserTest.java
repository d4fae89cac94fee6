package io.plumbline.dialects.mlflow.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.mlflow.filter.Term.Value;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.RunAttribute;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
    @Test
    void readsWhatMlflowsDocumentsShow() {
        assertThat(RunFilters.conditions(
                        "metrics.rmse < 1.5e-2 AND params.`model type` = 'tree' and tags.\"a.b\" ILIKE '%x%'"))
                .containsExactly(
                        Condition.number(new Field.Metric("rmse", MetricStatistic.LATEST), Operator.LESS, 0.015),
                        Condition.text(new Field.Param("model type"), Operator.EQUAL, "tree"),
                        Condition.text(new Field.Tag("a.b"), Operator.ILIKE, "%x%"));
        assertThat(RunFilters.conditions("start_time >= 1000 and attributes.`Run name` != \"x\"\"y\""))
                .containsExactly(
                        Condition.number(new Field.Of(RunAttribute.STARTED_AT), Operator.AT_LEAST, 1_000_000),
                        Condition.text(new Field.Of(RunAttribute.NAME), Operator.NOT_EQUAL, "x\"y"));
        assertThat(RunFilters.conditions(
                        "params.p IS NOT NULL and dataset.name IN ('a','b') and tags.mlflow.user = 'x'"))
                .containsExactly(
                        new Condition(new Field.Param("p"), Operator.IS_NOT_NULL, List.of()),
                        new Condition(
                                new Field.Dataset(Field.DatasetAttribute.NAME),
                                Operator.IN,
                                List.of(new Operand.Text("a"), new Operand.Text("b"))),
                        Condition.text(new Field.Tag("mlflow.user"), Operator.EQUAL, "x"));
        assertThat(RunFilters.conditions(" ")).isEmpty();
        assertThat(RunFilters.orders(List.of("metrics.`a b` DESC", "start_time")))
                .containsExactly(
                        Order.descending(new Field.Metric("a b", MetricStatistic.LATEST)),
                        Order.ascending(new Field.Of(RunAttribute.STARTED_AT)));
    }

    @Test
    void promptsAreLeftOutByThemselves() {
        String filter = "name LIKE 'a%' AND tags.`mlflow.prompt.is_prompt` != 'true'";
        assertThat(ListFilters.of(filter, Set.of("name")).tags()).isEmpty();
        assertThat(ListFilters.of(filter, Set.of("name")).texts("name")).hasSize(1);
        assertThat(ListFilters.of("tags.a != 'true'", Set.of()).tags()).hasSize(1);
    }

    @Test
    void aRunningRunIsInAnyStateThatMlflowHasNoWordFor() {
        Condition running = RunFilters.conditions("status = 'RUNNING'").getFirst();
        assertThat(running.operator()).isEqualTo(Operator.IN);
        assertThat(running.operands())
                .containsExactlyInAnyOrder(
                        new Operand.Text("RUNNING"), new Operand.Text("UNRESPONSIVE"), new Operand.Text("PAUSED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "metrics.a|position 10",
                "metrics.a >|position 12",
                "metrics.a > 'x'|position 1",
                "params.a = 1|position 1",
                "params.a = 'x' OR params.b = 'y'|position 16",
                "params.a = 'x|position 12",
                "params.a IN ('x'|position 17",
                "nothing.a = 'x'|position 1",
                "params.a = 'x' and tags.b > 1|position 20",
                "status LIKE '%'|position 1",
                "= 1|position 1",
                "foo = 'x'|position 1"
            })
    void namesThePosition(String filter, String position) {
        assertThatThrownBy(() -> RunFilters.conditions(filter))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining(position);
    }

    /** The text of terms, as somebody would write them. */
    private static String written(List<Term> terms) {
        return terms.stream()
                .map(term -> term.entity() + ".`" + term.key().replace("`", "``") + "`" + operator(term))
                .collect(Collectors.joining(" and "));
    }

    private static String operator(Term term) {
        String values = term.values().stream()
                .map(value -> switch (value) {
                    case Value.Text(String text) -> "'" + text.replace("'", "''") + "'";
                    case Value.Numeric(double number) -> Double.toString(number);
                })
                .collect(Collectors.joining(", "));
        return switch (term.operator()) {
            case EQUAL -> " = " + values;
            case NOT_EQUAL -> " != " + values;
            case LESS -> "<" + values;
            case AT_MOST -> "<=" + values;
            case GREATER -> " > " + values;
            case AT_LEAST -> " >= " + values;
            case LIKE -> " like " + values;
            case ILIKE -> " ILIKE " + values;
            case CONTAINS -> throw new AssertionError("the language has no such operator");
            case IN -> " IN (" + values + ")";
            case NOT_IN -> " not in (" + values + ",)";
            case IS_NULL -> " is null";
            case IS_NOT_NULL -> " IS NOT NULL";
        };
    }

    @Property(tries = 300)
    void readsWhatWasWritten(@ForAll("terms") List<Term> terms) {
        assertThat(FilterParser.parse(written(terms)))
                .usingRecursiveComparison()
                .ignoringFields("position")
                .isEqualTo(terms);
    }

    @Provide
    Arbitrary<List<Term>> terms() {
        Arbitrary<Value> value = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(Value.Text::new),
                Arbitraries.doubles().map(Value.Numeric::new));
        Arbitrary<String> key = Arbitraries.strings().ofMinLength(1).ofMaxLength(10);
        Arbitrary<Term> term = Combinators.combine(
                        Arbitraries.of("metrics", "params", "tags"),
                        key,
                        Arbitraries.of(Operator.class).filter(operator -> operator != Operator.CONTAINS),
                        value.list().ofMinSize(1).ofMaxSize(3))
                .as((entity, name, operator, values) -> new Term(entity, name, operator, fitting(operator, values), 1));
        return term.list().ofMinSize(1).ofMaxSize(4);
    }

    private static List<Value> fitting(Operator operator, List<Value> values) {
        return switch (operator) {
            case IN, NOT_IN -> values;
            case IS_NULL, IS_NOT_NULL -> List.of();
            default -> values.subList(0, 1);
        };
    }
}
