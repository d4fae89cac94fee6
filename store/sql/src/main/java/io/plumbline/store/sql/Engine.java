package io.plumbline.store.sql;

import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** A kind of database, opened. Failures come as the database's own exceptions. */
interface Engine extends AutoCloseable {
    /** Runs a query on a pooled connection, outside of any transaction. */
    <T> T read(Function<DSLContext, T> work);

    /** Runs queries on a pooled connection that see the database as it is at the first of them, on a database of one writer; elsewhere each sees the last commit. */
    <T> T readAtOnce(Function<DSLContext, T> work);

    /** Orders of runs that are kept in memory; empty where others may write to the database as well. */
    Optional<HeldOrders> heldOrders();

    /** Runs a unit of work as one transaction that is durable when this returns; nothing of it is kept when this throws. */
    <T> T write(Function<DSLContext, T> work);

    /** Connections of their own for those who bring their own SQL. */
    DataSource connections();

    /** What it does and has done. */
    DatabaseStatistics statistics();

    @Override
    void close();
}
