package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.TextMatch;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Comparisons of texts that mean the same on every database. */
final class TextMatches {
    private TextMatches() {}

    static Condition of(DSLContext sql, Field<String> field, TextMatch match) {
        return of(sql, field, match.operator(), match.text());
    }

    static Condition of(DSLContext sql, Field<String> field, Operator operator, String given) {
        String text = Texts.replaced(given);
        return switch (operator) {
            case EQUAL -> field.eq(text);
            case NOT_EQUAL -> field.ne(text);
            case LESS -> field.lt(text);
            case AT_MOST -> field.le(text);
            case GREATER -> field.gt(text);
            case AT_LEAST -> field.ge(text);
            case LIKE -> like(sql, field, text);
            case ILIKE -> DSL.lower(field).like(escaped(sql, text.toLowerCase(Locale.ROOT)));
            case CONTAINS -> DSL.lower(field).contains(DSL.lower(DSL.val(text)));
            case IN, NOT_IN, IS_NULL, IS_NOT_NULL ->
                throw new IllegalArgumentException(operator + " takes no single text");
        };
    }

    /** SQLite's like does not tell upper from lower case, its glob does. */
    private static Condition like(DSLContext sql, Field<String> field, String pattern) {
        return sql.dialect() == SQLDialect.SQLITE
                ? DSL.condition("{0} glob {1}", field, DSL.val(glob(pattern)))
                : field.like(escaped(sql, pattern));
    }

    private static String glob(String pattern) {
        StringBuilder glob = new StringBuilder();
        pattern.chars().forEach(character -> {
            switch (character) {
                case '%' -> glob.append('*');
                case '_' -> glob.append('?');
                case '*', '?', '[' -> glob.append('[').append((char) character).append(']');
                default -> glob.append((char) character);
            }
        });
        return glob.toString();
    }

    /** A backslash means itself; for PostgreSQL it has to be said twice. */
    private static String escaped(DSLContext sql, String pattern) {
        return sql.dialect() == SQLDialect.SQLITE ? pattern : pattern.replace("\\", "\\\\");
    }
}
