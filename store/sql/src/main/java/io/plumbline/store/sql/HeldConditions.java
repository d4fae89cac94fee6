package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunAttribute.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Which runs of one experiment meet a condition: by orders in memory, or else by the database. Of runs that changed it may say anything. */
final class HeldConditions {
    private static final Field NUMBER = new Field.Of(RunAttribute.NUMBER);
    private static final Field NAME = new Field.Of(RunAttribute.NAME);

    private final DSLContext sql;
    private final long experiment;
    private final RunConditions conditions;
    private final FieldOrders orders;
    private final NumberRanges ranges;

    HeldConditions(DSLContext sql, long experiment, RunConditions conditions, FieldOrders orders, NumberRanges ranges) {
        this.sql = sql;
        this.experiment = experiment;
        this.conditions = conditions;
        this.orders = orders;
        this.ranges = ranges;
    }

    /** All runs. */
    BitSet all() {
        return orders.get(NUMBER, Kind.NUMBER).order().all();
    }

    /** Whether {@link #all} are in memory. */
    boolean areAllHeld() {
        return orders.isHeld(NUMBER, Kind.NUMBER);
    }

    /** Whether the orders are in memory which a condition asks for. */
    boolean isHeld(Condition condition) {
        boolean isHeld = isAsked(condition) || orders.isHeld(ordered(condition.field()), kind(condition));
        return isHeld && (condition.operator() != Operator.IS_NULL || areAllHeld());
    }

    /** Those that meet a condition. */
    BitSet meeting(Condition condition) {
        if (isAsked(condition)) {
            return asked(condition);
        }
        return switch (condition.operator()) {
            case IS_NULL -> {
                BitSet without = all();
                without.andNot(present(condition.field()));
                yield without;
            }
            case IS_NOT_NULL -> present(condition.field());
            default -> kind(condition) == Kind.NUMBER ? byNumber(condition) : byText(condition);
        };
    }

    /** Whether no order tells of it, or an index tells of it sooner. */
    private static boolean isAsked(Condition condition) {
        boolean isList = condition.operator() == Operator.IN || condition.operator() == Operator.NOT_IN;
        return condition.field() instanceof Field.Dataset
                || (isList && kind(condition) == Kind.NUMBER)
                || (condition.field() instanceof Field.Of(RunAttribute attribute)
                        && attribute == RunAttribute.ID
                        && (condition.operator() == Operator.EQUAL || condition.operator() == Operator.IN));
    }

    private static Kind kind(Condition condition) {
        return condition.field() instanceof Field.Param
                        && condition.operands().stream().anyMatch(Operand.Numeric.class::isInstance)
                ? Kind.NUMBER
                : FieldOrders.kind(condition.field());
    }

    private static Field ordered(Field field) {
        return field instanceof Field.Of(RunAttribute attribute) && attribute == RunAttribute.NAME_OR_NOTE
                ? NAME
                : field;
    }

    private BitSet present(Field field) {
        BitSet present = orders.get(field, FieldOrders.kind(field)).order().all();
        present.or(orders.notANumber(field));
        return present;
    }

    private BitSet byNumber(Condition condition) {
        return ranges.meeting(
                condition, orders.get(condition.field(), Kind.NUMBER).unchanged());
    }

    private BitSet byText(Condition condition) {
        Field field = ordered(condition.field());
        OrderedRuns order = orders.get(field, Kind.TEXT).order();
        Optional<GroupTexts> texts = order.texts();
        if (texts.isEmpty()) {
            return asked(condition);
        }
        TextTest test = TextTest.of(condition.operator(), RunConditions.textsOf(condition));
        BitSet runs = order.where(group -> texts.get().matches(group, test));
        if (!field.equals(condition.field())) {
            runs.or(gathered(
                    NamesAndNotes.noted(sql, RunConditions.textsOf(condition).getFirst(), List.of(experiment))));
        }
        return runs;
    }

    private BitSet asked(Condition condition) {
        return gathered(
                RunConditions.isIndexed(condition)
                        ? conditions.runs(condition, List.of(experiment))
                        : DSL.select(RUN.RUN_NUMBER)
                                .from(RUN)
                                .where(RUN.EXPERIMENT.eq(experiment))
                                .and(conditions.all(RUN, List.of(condition))));
    }

    private BitSet gathered(Select<Record1<Long>> numbers) {
        return GatheredRuns.of(sql, numbers).asSet();
    }
}
