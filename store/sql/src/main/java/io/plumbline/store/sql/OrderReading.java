package io.plumbline.store.sql;

import io.plumbline.domain.experiment.RunAttribute;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads the order of runs by a value as one text, since a row for each run takes several times as long: the numbers of a group, with commas between them. */
final class OrderReading {
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
        Field<String> numbers = DSL.groupConcat(values.number()).separator(",");
        if (key.kind() == RunAttribute.Kind.NUMBER || characters(sql, values) > mostCharacters) {
            return new OrderReading(read(sql, values, numbers)).orderOfNumbers();
        }
        Field<String> value = values.value().coerce(String.class);
        Field<String> all = DSL.concat(
                DSL.length(value).cast(SQLDataType.VARCHAR), DSL.inline(String.valueOf(AFTER_LENGTH)), value, numbers);
        return new OrderReading(read(sql, values, all)).orderOfTexts(!key.isOfBeginnings());
    }

    private static long characters(DSLContext sql, ValueIndex values) {
        Table<Record1<String>> different = DSL.selectDistinct(
                        values.value().coerce(String.class).as("text"))
                .from(values.table())
                .where(values.valued())
                .asTable("different");
        return sql.select(DSL.sum(DSL.length(different.field("text", String.class))))
                .from(different)
                .fetchOptional(0, BigDecimal.class)
                .map(BigDecimal::longValueExact)
                .orElse(0L);
    }

    private static String read(DSLContext sql, ValueIndex values, Field<String> ofGroup) {
        Table<Record1<String>> groups = DSL.select(ofGroup.as("content"))
                .from(values.table())
                .where(values.valued())
                .groupBy(values.value())
                .orderBy(values.value())
                .limit(Integer.MAX_VALUE)
                .asTable("some");
        Field<String> all =
                DSL.groupConcat(groups.field("content", String.class)).separator(END);
        return Optional.ofNullable(sql.select(all).from(groups).fetchSingle(all))
                .orElse("");
    }

    private OrderedRuns orderOfNumbers() {
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
