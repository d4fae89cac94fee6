package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A batch that grows by rows. The columns that hold the records' ids, times and transactions go into the fields every record has, the
 * others are columns of the batch.
 */
public final class BatchBuilder {
    private final Schema schema;
    private final RecordFields fields;
    private final Limits limits;
    private final Function<String, ColumnBuilder> undeclared;
    private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
    private final ColumnBuilder ids;
    private final ColumnBuilder times;
    private final ColumnBuilder transactions;
    private int rows;

    /**
     * Without rows.
     *
     * @param schema gives the types of its columns
     * @param fields which columns hold ids, times and transactions
     * @param limits how large the batch may become
     * @param undeclared makes a column that the schema does not have
     */
    public BatchBuilder(Schema schema, RecordFields fields, Limits limits, Function<String, ColumnBuilder> undeclared) {
        this.schema = schema;
        this.fields = fields;
        this.limits = limits;
        this.undeclared = undeclared;
        this.ids = ColumnBuilder.ofLabels(fields.id().orElse("id"));
        this.times = ColumnBuilder.of(fields.time().orElse("time"), ValueType.TIMESTAMP);
        this.transactions = ColumnBuilder.ofLabels(fields.transaction().orElse("transaction"));
    }

    /** The schema that types come from. */
    public Schema schema() {
        return schema;
    }

    /** The column of this name, which is made where there is none yet. */
    public ColumnBuilder column(String name) {
        ColumnBuilder known = columns.get(name);
        return known == null ? made(name) : known;
    }

    private ColumnBuilder made(String name) {
        ColumnBuilder column = system(name)
                .orElseGet(() -> schema.column(name)
                        .map(known -> ColumnBuilder.of(name, known.type()))
                        .orElseGet(() -> undeclared.apply(name)));
        columns.put(name, column);
        limits.check(rows, columns.size());
        return column;
    }

    private Optional<ColumnBuilder> system(String name) {
        return fields.of(name).map(field -> switch (field) {
            case RECORD_ID -> ids;
            case EVENT_TIME -> times;
            case TRANSACTION -> transactions;
            case RECEIVED_AT -> throw new IllegalStateException("no column holds when a record came in");
        });
    }

    /** The ids of the records. */
    public ColumnBuilder ids() {
        return ids;
    }

    /** When what the records tell of happened. */
    public ColumnBuilder times() {
        return times;
    }

    /** What ties records of several datasets together. */
    public ColumnBuilder transactions() {
        return transactions;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** Fails where the batch may not have so many rows. */
    public void expect(int count) {
        limits.check(count, columns.size());
    }

    /** Ends so many rows. */
    public void end(int count) {
        rows += count;
        limits.check(rows, columns.size());
    }

    /** Forgets what was given of the row that was not ended. */
    public void discard() {
        columns.values().forEach(column -> column.discard(rows));
        ids.discard(rows);
        times.discard(rows);
        transactions.discard(rows);
    }

    /** Whether every row was given an id. */
    public boolean isIdentified() {
        return rows > 0 && ids.given() == rows;
    }

    /**
     * The batch.
     *
     * @param prefix of the ids of rows without an id, which end in the number of the row
     * @param received the time of rows without a time
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where an id comes twice
     */
    public RecordBatch build(String prefix, Instant received) {
        List<BatchColumn> built = columns.values().stream()
                .filter(column -> fields.of(column.name()).isEmpty())
                .flatMap(column -> column.build(rows).stream())
                .toList();
        return new RecordBatch(givenIds(prefix), givenTimes(received), givenTransactions(), built);
    }

    private String[] givenIds(String prefix) {
        BatchColumn.Texts given = (BatchColumn.Texts) values(ids);
        String[] all = given.values();
        given.missing().stream().forEach(row -> all[row] = prefix + "-" + (row + 1));
        Set<String> seen = HashSet.newHashSet(rows);
        for (int row = 0; row < rows; row++) {
            if (!seen.add(all[row])) {
                int first = List.of(all).indexOf(all[row]) + 1;
                throw Refusal.of(ids.name(), row, "has the value " + Cells.quoted(all[row]) + " of row " + first);
            }
        }
        return all;
    }

    private long[] givenTimes(Instant received) {
        BatchColumn.Timestamps given = (BatchColumn.Timestamps) values(times);
        long[] all = given.micros();
        long otherwise = TimeText.micros(received);
        given.missing().stream().forEach(row -> all[row] = otherwise);
        return all;
    }

    private Optional<String[]> givenTransactions() {
        BatchColumn.Texts given = (BatchColumn.Texts) values(transactions);
        return transactions.given() == 0 ? Optional.empty() : Optional.of(given.values());
    }

    private BatchColumn values(ColumnBuilder column) {
        return column.build(rows).orElseThrow();
    }
}
