package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunAttribute.Kind;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.store.sql.HeldOrders.Usable;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The orders of the runs of one experiment by their fields, for one search: from memory, where they are read into if they are not there. */
final class FieldOrders {
    private static final Field STATUS = new Field.Of(RunAttribute.STATUS);
    private static final Field UPDATED_AT = new Field.Of(RunAttribute.UPDATED_AT);

    private final DSLContext sql;
    private final long experiment;
    private final RunColumns columns;
    private final NumberRanges ranges;
    private final HeldOrders.ForSearch held;

    FieldOrders(DSLContext sql, long experiment, RunColumns columns, NumberRanges ranges, HeldOrders.ForSearch held) {
        this.sql = sql;
        this.experiment = experiment;
        this.columns = columns;
        this.ranges = ranges;
        this.held = held;
    }

    /** What the values of a field are put in order as. */
    static Kind kind(Field field) {
        return switch (field) {
            case Field.Metric _ -> Kind.NUMBER;
            case Field.Of of -> of.attribute().kind();
            case Field.Param _, Field.Tag _, Field.Dataset _ -> Kind.TEXT;
        };
    }

    /** Whether the order by a field is in memory. */
    boolean isHeld(Field field, Kind kind) {
        return field.equals(STATUS)
                ? Stream.of(key(STATUS, Kind.TEXT), key(UPDATED_AT, Kind.NUMBER))
                        .allMatch(held::isHeld)
                : held.isHeld(key(field, kind));
    }

    /** The order by a field. */
    Usable get(Field field, Kind kind) {
        return field.equals(STATUS) ? statuses() : read(key(field, kind));
    }

    /** The runs that changed since one of the orders was read that were got. */
    BitSet changed() {
        return held.changed();
    }

    /** The runs that have a field whose value is no number. */
    BitSet notANumber(Field field) {
        if (!(field instanceof Field.Metric)) {
            return new BitSet();
        }
        ValueIndex values = ValueIndex.of(key(field, Kind.NUMBER), columns);
        return GatheredRuns.of(
                        sql,
                        DSL.select(values.number())
                                .from(values.table())
                                .where(values.rows())
                                .and(values.value().isNull()))
                .asSet();
    }

    private HeldOrders.Key key(Field field, Kind kind) {
        return new HeldOrders.Key(experiment, field, kind);
    }

    private Usable read(HeldOrders.Key key) {
        return held.get(key, () -> OrderReading.read(sql, ValueIndex.of(key, columns), key, held.mostCharacters()));
    }

    /** By the status as it is now, which follows from what was said last and from how long nothing was heard. */
    private Usable statuses() {
        Usable said = read(key(STATUS, Kind.TEXT));
        Usable heard = read(key(UPDATED_AT, Kind.NUMBER));
        Condition isSilent = Condition.number(UPDATED_AT, Operator.LESS, (double) columns.heardOf());
        BitSet changed = (BitSet) said.changed().clone();
        changed.or(heard.changed());
        return new Usable(split(said.order(), ranges.meeting(isSilent, heard.unchanged())), changed);
    }

    /** Those that are running and silent come last, as their status does among all. */
    private static OrderedRuns split(OrderedRuns said, BitSet silent) {
        GroupTexts statuses = said.texts().orElseThrow();
        OrderedRuns.Builder runs = new OrderedRuns.Builder();
        GroupTexts.Builder texts = new GroupTexts.Builder();
        BitSet unresponsive = new BitSet();
        for (int group = 0; group < said.groups(); group++) {
            int wanted = group;
            BitSet members = said.where(one -> one == wanted);
            if (statuses.text(group).equals(RunStatus.RUNNING.name())) {
                unresponsive.or(members);
                unresponsive.and(silent);
                members.andNot(silent);
            }
            addGroup(members, statuses.text(group), runs, texts);
        }
        addGroup(unresponsive, RunStatus.UNRESPONSIVE.name(), runs, texts);
        return runs.build(Optional.of(texts.build()));
    }

    private static void addGroup(BitSet members, String text, OrderedRuns.Builder runs, GroupTexts.Builder texts) {
        if (!members.isEmpty()) {
            runs.begin();
            members.stream().forEach(runs::add);
            texts.add(text);
        }
    }
}
