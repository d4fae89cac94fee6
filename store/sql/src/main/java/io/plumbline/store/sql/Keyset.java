package io.plumbline.store.sql;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Order.Direction;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** An order of rows that a page can be taken up in again: after the values of the last row. The last term tells any two rows apart. */
final class Keyset {
    private final List<Term<?>> terms = new ArrayList<>();

    /** A field that is never null, and its direction. */
    record Term<T>(Field<T> field, Direction direction) {
        private boolean descending() {
            return direction == Direction.DESCENDING;
        }

        SortField<T> sort() {
            return descending() ? field.desc() : field.asc();
        }

        Condition equal(Object value) {
            return field.eq(typed(value));
        }

        Condition after(Object value) {
            return descending() ? field.lt(typed(value)) : field.gt(typed(value));
        }

        Condition before(Object value) {
            return descending() ? field.gt(typed(value)) : field.lt(typed(value));
        }

        Condition atOrAfter(Object value) {
            return descending() ? field.le(typed(value)) : field.ge(typed(value));
        }

        private Field<T> typed(Object value) {
            boolean number = Number.class.isAssignableFrom(field.getType());
            if (number != value instanceof Number) {
                throw PlumblineException.invalid("page_token", "the page token is none of this query's");
            }
            return DSL.val(value, field.getDataType());
        }
    }

    Keyset add(Field<?> field, Direction direction) {
        terms.add(new Term<>(field, direction));
        return this;
    }

    Keyset ascending(Field<?> field) {
        return add(field, Direction.ASCENDING);
    }

    Keyset descending(Field<?> field) {
        return add(field, Direction.DESCENDING);
    }

    /** Puts these terms behind those of another one. */
    void addTo(Keyset other) {
        other.terms.addAll(terms);
    }

    Term<?> first() {
        return terms.getFirst();
    }

    int size() {
        return terms.size();
    }

    List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            fields.add(terms.get(i).field().as("sort_" + i));
        }
        return fields;
    }

    List<SortField<?>> sorts() {
        List<SortField<?>> sorts = new ArrayList<>();
        terms.forEach(term -> sorts.add(term.sort()));
        return sorts;
    }

    /** The values of a row that {@link #fields} were selected of. */
    List<Object> values(Record row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            values.add(row.get("sort_" + i));
        }
        return values;
    }

    /** Rows after the one with these values. */
    Condition after(List<Object> values) {
        Condition after = DSL.falseCondition();
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term<?> term = terms.get(i);
            after = term.after(values.get(i)).or(term.equal(values.get(i)).and(after));
        }
        // Said once more, so that an index begins at the right place.
        return terms.getFirst().atOrAfter(values.getFirst()).and(after);
    }
}
