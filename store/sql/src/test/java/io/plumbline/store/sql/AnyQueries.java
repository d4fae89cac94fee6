package io.plumbline.store.sql;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Field.DatasetAttribute;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.domain.experiment.RunStatus;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any question about {@link AnyRuns}: fields, operators and orders of each kind. */
final class AnyQueries {
    private static final List<Operator> NUMBERS = List.of(
            Operator.LESS, Operator.AT_MOST, Operator.GREATER, Operator.AT_LEAST, Operator.EQUAL, Operator.NOT_EQUAL);
    private static final List<Operator> TEXTS = Stream.concat(
                    NUMBERS.stream(), Stream.of(Operator.LIKE, Operator.ILIKE, Operator.CONTAINS))
            .toList();
    private static final List<String> PATTERNS =
            List.of("%", "_", "%k%", "K_", "k%", "%Z_rich", "z_r%H", "", "%_1", "[k]%");
    private static final List<RunAttribute> TIMES =
            List.of(RunAttribute.CREATED_AT, RunAttribute.STARTED_AT, RunAttribute.ENDED_AT, RunAttribute.UPDATED_AT);

    private final Random random;
    private final AnyRuns runs;
    private final Id experiment;

    AnyQueries(Random random, AnyRuns runs, Id experiment) {
        this.random = random;
        this.runs = runs;
        this.experiment = experiment;
    }

    /** A question whose pages are of a few runs. */
    RunQuery any() {
        return new RunQuery(
                List.of(experiment),
                runs.any(List.of(LifecycleView.ACTIVE, LifecycleView.ACTIVE, LifecycleView.ALL, LifecycleView.DELETED)),
                random.nextInt(4) == 0 ? List.of(byParent()) : List.of(),
                IntStream.range(0, random.nextInt(3)).mapToObj(_ -> condition()).toList(),
                random.nextInt(4) == 0 ? RunQuery.Reach.DESCENDANTS : RunQuery.Reach.OWN,
                random.nextInt(3) == 0 ? runs.any(List.of(RunQuery.Pins.values())) : RunQuery.Pins.IGNORED,
                IntStream.range(0, random.nextInt(3)).mapToObj(_ -> order()).toList(),
                PageRequest.first(1 + random.nextInt(9)));
    }

    private Condition condition() {
        return switch (random.nextInt(11)) {
            case 0 -> Condition.number(new Field.Param("rate"), runs.any(NUMBERS), bound());
            case 1 -> byText(new Field.Param("model"));
            case 2 -> byText(new Field.Tag("kind"));
            case 3 -> byText(new Field.Of(runs.any(List.of(RunAttribute.NAME, RunAttribute.OWNER))));
            case 4 -> byStatus();
            case 5 -> byTime();
            case 6 -> either();
            case 7 -> presence();
            case 8 -> among();
            case 9 -> byText(new Field.Dataset(DatasetAttribute.NAME));
            default -> Condition.number(metric(), runs.any(NUMBERS), runs.anyNumber());
        };
    }

    /** What is no number can be asked for in one dialect. */
    private double bound() {
        return random.nextInt(6) == 0 ? Double.NaN : runs.anyNumber();
    }

    private Field metric() {
        return new Field.Metric(runs.any(List.of("loss", "size", "none")), MetricStatistic.LATEST);
    }

    private Condition byText(Field field) {
        Operator operator = runs.any(TEXTS);
        boolean isPattern = operator == Operator.LIKE || operator == Operator.ILIKE;
        return Condition.text(field, operator, isPattern ? runs.any(PATTERNS) : runs.anyText());
    }

    private Condition byStatus() {
        List<Operand> some = Stream.generate(() -> runs.any(List.of(RunStatus.values())))
                .limit(2)
                .<Operand>map(status -> new Operand.Text(status.name()))
                .toList();
        return new Condition(new Field.Of(RunAttribute.STATUS), runs.any(List.of(Operator.IN, Operator.NOT_IN)), some);
    }

    private Condition byTime() {
        return random.nextInt(4) == 0
                ? Condition.number(new Field.Of(RunAttribute.DURATION), runs.any(NUMBERS), 1e6 * random.nextInt(-2, 5))
                : Condition.number(
                        new Field.Of(runs.any(TIMES)), runs.any(NUMBERS), (double) Times.micros(runs.anyTime()));
    }

    private Condition either() {
        return Condition.text(new Field.Of(RunAttribute.NAME_OR_NOTE), Operator.CONTAINS, runs.anyName());
    }

    private Condition byParent() {
        Field parent = new Field.Of(RunAttribute.PARENT);
        return random.nextBoolean()
                ? new Condition(parent, Operator.IS_NULL, List.of())
                : Condition.text(
                        parent, Operator.EQUAL, runs.any(runs.all()).id().toString());
    }

    private Condition presence() {
        Field field = runs.any(List.of(
                metric(),
                new Field.Param("rate"),
                new Field.Tag("place"),
                new Field.Of(RunAttribute.ENDED_AT),
                new Field.Dataset(DatasetAttribute.NAME)));
        return new Condition(field, runs.any(List.of(Operator.IS_NULL, Operator.IS_NOT_NULL)), List.of());
    }

    private Condition among() {
        Operator operator = runs.any(List.of(Operator.IN, Operator.NOT_IN));
        return switch (random.nextInt(4)) {
            case 0 -> new Condition(metric(), operator, List.of(new Operand.Numeric(1), new Operand.Numeric(2)));
            case 1 ->
                new Condition(
                        new Field.Of(RunAttribute.NUMBER),
                        operator,
                        List.of(new Operand.Numeric(runs.any(runs.all()).number()), new Operand.Numeric(3)));
            case 2 ->
                new Condition(
                        new Field.Of(RunAttribute.ID),
                        operator,
                        List.of(new Operand.Text(runs.any(runs.all()).id().toString())));
            default ->
                new Condition(
                        new Field.Tag("kind"),
                        operator,
                        List.of(new Operand.Text(runs.anyText()), new Operand.Text(runs.anyText())));
        };
    }

    private Order order() {
        List<Field> attributes = Stream.of(RunAttribute.values())
                .filter(attribute -> attribute != RunAttribute.NAME_OR_NOTE)
                .<Field>map(Field.Of::new)
                .toList();
        Field field = random.nextBoolean()
                ? runs.any(attributes)
                : runs.any(List.of(
                        metric(),
                        metric(),
                        new Field.Metric("size", MetricStatistic.MAX),
                        new Field.Metric("loss", MetricStatistic.STANDARD_DEVIATION),
                        new Field.Param("rate"),
                        new Field.Param("model"),
                        new Field.Tag("kind"),
                        new Field.Tag("place")));
        return random.nextBoolean() ? Order.ascending(field) : Order.descending(field);
    }
}
