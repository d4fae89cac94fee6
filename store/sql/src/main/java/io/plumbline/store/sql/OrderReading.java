package io.plumbline.store.sql;

import io.plumbline.domain.experiment.RunAttribute;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads the order of runs by a value as one text, since a row for each run takes several times as long: the numbers of a group, with commas between them. */
final class OrderReading {
    private static final String CONTENT = "content";
    private static final String END = ";";
    private static final char AFTER_LENGTH = ':';

    private final String text;
    private final OrderedRuns.Builder runs = new OrderedRuns.Builder();
    private int place;

    private OrderReading(String text) {
        this.text = text;
    }

    /**
     * The order that the database has now.
     *
     * @param key what the values are
     * @param mostCharacters so many different texts are read with it, counted in characters
     */
    static OrderedRuns read(DSLContext sql, ValueIndex values, HeldOrders.Key key, long mostCharacters) {
        if (key.kind() == RunAttribute.Kind.TEXT && characters(sql, values) <= mostCharacters) {
            return new OrderReading(inGroups(sql, values, textAndNumbers(values))).orderOfTexts(!key.isOfBeginnings());
        }
        Optional<OrderedRuns> order = key.field() instanceof io.plumbline.domain.experiment.Field.Metric
                ? ofDifferent(sql, values)
                : Optional.empty();
        return order.orElseGet(() -> new OrderReading(inGroups(sql, values, numbers(values))).orderOfGroups());
    }

    /** How long the texts are that differ. */
    private static long characters(DSLContext sql, ValueIndex values) {
        Table<?> different = different(values);
        return sql.select(DSL.sum(DSL.length(content(different))))
                .from(different)
                .fetchOptional(0, BigDecimal.class)
                .map(BigDecimal::longValueExact)
                .orElse(0L);
    }

    private static Table<?> different(ValueIndex values) {
        return DSL.selectDistinct(values.value().as(CONTENT))
                .from(values.table())
                .where(values.valued())
                .asTable("different");
    }

    private static Field<String> content(Table<?> table) {
        return Objects.requireNonNull(table.field(CONTENT, String.class));
    }

    private static Field<String> numbers(ValueIndex values) {
        return DSL.groupConcat(values.number()).separator(",");
    }

    private static Field<String> textAndNumbers(ValueIndex values) {
        Field<String> value = values.value().coerce(String.class);
        return DSL.concat(
                DSL.length(value).cast(SQLDataType.VARCHAR),
                DSL.inline(String.valueOf(AFTER_LENGTH)),
                value,
                numbers(values));
    }

    /** The values of a metric are mostly all different, and then read in two thirds of the time that groups take; empty where they are not. */
    private static Optional<OrderedRuns> ofDifferent(DSLContext sql, ValueIndex values) {
        int different = sql.selectCount().from(different(values)).fetchSingle(0, int.class);
        String runs = all(
                sql,
                DSL.select(values.number().cast(SQLDataType.VARCHAR).as(CONTENT))
                        .from(values.table())
                        .where(values.valued())
                        .orderBy(values.value()));
        return Optional.of(new OrderReading(runs).orderOfGroups()).filter(order -> order.numbers().length == different);
    }

    private static String inGroups(DSLContext sql, ValueIndex values, Field<String> ofGroup) {
        return all(
                sql,
                DSL.select(ofGroup.as(CONTENT))
                        .from(values.table())
                        .where(values.valued())
                        .groupBy(values.value())
                        .orderBy(values.value()));
    }

    private static String all(DSLContext sql, SelectLimitStep<Record1<String>> groups) {
        Table<Record1<String>> some = groups.limit(Integer.MAX_VALUE).asTable("some");
        Field<String> all = DSL.groupConcat(content(some)).separator(END);
        return Optional.ofNullable(sql.select(all).from(some).fetchSingle(all)).orElse("");
    }

    private OrderedRuns orderOfGroups() {
        while (place < text.length()) {
            readRuns();
        }
        return runs.build(Optional.empty());
    }

    /** Nothing can be told by texts if one of them may go on behind what is read of it. */
    private OrderedRuns orderOfTexts(boolean areWhole) {
        GroupTexts.Builder texts = new GroupTexts.Builder();
        boolean areKnown = true;
        while (place < text.length()) {
            String value = readText();
            areKnown &= areWhole || IndexedText.isWhole(value);
            texts.add(value);
            readRuns();
        }
        return runs.build(areKnown ? Optional.of(texts.build()) : Optional.empty());
    }

    private String readText() {
        int colon = text.indexOf(AFTER_LENGTH, place);
        int begin = colon + 1;
        place = text.offsetByCodePoints(begin, Integer.parseInt(text, place, colon, 10));
        return text.substring(begin, place);
    }

    private void readRuns() {
        runs.begin();
        boolean more = true;
        while (more) {
            int end = endOfNumber();
            runs.add(Integer.parseInt(text, place, end, 10));
            more = end < text.length() && text.charAt(end) == ',';
            place = end + 1;
        }
    }

    private int endOfNumber() {
        int end = place;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
