package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBValue;

/** Lets statements read rows in memory, as a table function over the number that a table is offered under. */
final class MemoryTables implements DuckDBTableFunction<MemoryTable, MemoryCursor, Object> {
    private static final String FUNCTION = "rows_in_memory";

    private final Map<Long, MemoryTable> tables = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    static MemoryTables in(Database database) throws SQLException {
        MemoryTables tables = new MemoryTables();
        database.register(FUNCTION, tables);
        return tables;
    }

    /** Offers a table until it is closed. */
    Offer offer(MemoryTable table) {
        long number = numbers.incrementAndGet();
        tables.put(number, table);
        return new Offer(number);
    }

    /** A table that statements can read. */
    final class Offer implements AutoCloseable {
        private final long number;

        private Offer(long number) {
            this.number = number;
        }

        /** The table in a FROM clause, as {@code m}. */
        String sql() {
            return FUNCTION + "(" + number + ") AS m";
        }

        @Override
        public void close() {
            tables.remove(number);
        }
    }

    @Override
    public MemoryTable bind(DuckDBTableFunctionBindInfo info) throws Exception {
        MemoryTable table;
        try (DuckDBValue number = info.getParameter(0)) {
            table = Objects.requireNonNull(tables.get(number.getLong()), "the table is not offered any more");
        }
        for (int column = 0; column < table.types().size(); column++) {
            info.addResultColumn(
                    MemoryTable.name(column), MemoryTable.sent(table.types().get(column)));
        }
        info.setCardinality(table.rows(), true);
        return table;
    }

    @Override
    public MemoryCursor init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        MemoryTable table = info.getBindData();
        return new MemoryCursor(table);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        MemoryCursor cursor = info.getInitData();
        return cursor.fill(chunk);
    }
}
