package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads lists page by page. */
final class Pages {
    private Pages() {}

    /**
     * A page of a table's rows.
     *
     * @param query tells the query from others, in tokens
     * @param items what rows become
     */
    static <T> Page<T> of(
            DSLContext sql,
            Table<?> table,
            Condition which,
            Keyset keyset,
            int query,
            PageRequest request,
            Function<Result<Record>, List<T>> items) {
        List<Field<?>> fields = new ArrayList<>(List.of(table.fields()));
        fields.addAll(keyset.fields());
        Condition rest = PageToken.read(request.token(), query, keyset.size())
                .map(keyset::after)
                .orElseGet(DSL::trueCondition);
        Result<Record> rows = sql.select(fields)
                .from(table)
                .where(which)
                .and(rest)
                .orderBy(keyset.sorts())
                .limit(request.size() + 1)
                .offset(request.offset())
                .fetch();
        Optional<String> next = cut(rows, request.size(), keyset, query);
        OptionalLong total = request.total() == PageRequest.Total.COUNTED
                ? OptionalLong.of(sql.fetchCount(sql.selectOne().from(table).where(which)))
                : OptionalLong.empty();
        return new Page<>(items.apply(rows), next, total);
    }

    /** Takes what is beyond the page away; the token where there was something. */
    static Optional<String> cut(Result<Record> rows, int size, Keyset keyset, int query) {
        if (rows.size() <= size) {
            return Optional.empty();
        }
        rows.subList(size, rows.size()).clear();
        return Optional.of(new PageToken(query, keyset.values(rows.getLast())).text());
    }
}
