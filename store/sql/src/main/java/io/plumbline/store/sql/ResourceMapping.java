package io.plumbline.store.sql;

import io.plumbline.domain.Header;
import io.plumbline.domain.Resource;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * How resources of one kind lie in their table, beside the header.
 *
 * @param <T> the kind
 * @param <R> rows of the table
 */
interface ResourceMapping<T extends Resource<T>, R extends Record> {
    /** What they are called in messages. */
    String what();

    /** The table, which has the columns of a header. */
    Table<R> table();

    /** The resource of a row. */
    T resource(Header header, R row);

    /** The columns of a resource, without those of the header. */
    Map<Field<?>, Object> columns(T resource);
}
