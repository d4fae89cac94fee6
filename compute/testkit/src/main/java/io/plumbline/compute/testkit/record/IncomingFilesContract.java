package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.FieldColumns;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.IncomingFile.Format;
import io.plumbline.domain.record.IncomingFile.Header;
import io.plumbline.domain.record.RecordEngine.Arrival;
import io.plumbline.domain.record.RecordEngine.Imported;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.measures.table.ColumnRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine makes of files from outside. */
public abstract class IncomingFilesContract extends RecordEngineFixture {
    private static final Arrival ARRIVAL = new Arrival(RECEIVED, "batch");
    private static final Schema NOTHING_KNOWN = Schema.EMPTY;

    private Path target = Path.of("");

    /** A file with this content. */
    protected final Path file(String content) {
        try {
            return Files.writeString(folder.resolve("incoming"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes records of a file. */
    protected final Imported read(IncomingFile file, Schema schema) {
        target = path();
        return engine().writeFile(target, file, schema, ARRIVAL, types -> {});
    }

    /** Makes records of delimited text. */
    protected final Imported csv(String content, Column... known) {
        return read(as(Format.CSV, content), new Schema(1, List.of(known)));
    }

    private IncomingFile as(Format format, String content) {
        return new IncomingFile(
                file(content), Optional.of(format), Optional.empty(), Optional.empty(), FieldColumns.BY_ROLE);
    }

    private static IncomingFile with(IncomingFile file, FieldColumns fields) {
        return new IncomingFile(file.path(), file.format(), file.delimiter(), file.header(), fields);
    }

    /** The file of the records that were made last. */
    protected final Path target() {
        return target;
    }

    /** The records that were made last, with these columns. */
    protected final List<StoredRecord> records(Imported imported) {
        return find(files(columns(imported), target), Filter.ALL);
    }

    /** The columns that were found. */
    protected static List<Column> columns(Imported imported) {
        return imported.columns().entrySet().stream()
                .map(column -> column(column.getKey(), column.getValue()))
                .toList();
    }

    /** The values of the records that were made last. */
    protected final List<List<Object>> values(Imported imported) {
        return records(imported).stream()
                .map(record -> Arrays.asList(record.values().toArray()))
                .toList();
    }

    /** Reading is refused in these words, and leaves nothing behind. */
    protected final void assertRefused(Runnable reading, String... parts) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(PlumblineException.class, refused -> {
            assertThat(refused.failure()).isInstanceOf(Failure.Invalid.class);
            assertThat(refused.failure().message()).contains(parts).doesNotContain(folder.toString());
        });
        assertThat(target).doesNotExist();
        assertThat(target.resolveSibling(target.getFileName() + ".tmp")).doesNotExist();
    }

    @Test
    void findsOutTheTypesOfColumnsThatAreNotKnown() {
        Imported imported = csv("n,i,b,t,x\n1.5,1,true,2026-01-01T10:00:00Z,a\n,2,false,2026-01-02 10:00:00,\n");
        assertThat(imported.columns())
                .isEqualTo(Map.of(
                        "n", ValueType.NUMBER,
                        "i", ValueType.INTEGER,
                        "b", ValueType.BOOLEAN,
                        "t", ValueType.TIMESTAMP,
                        "x", ValueType.TEXT));
        assertThat(imported.written().rows()).isEqualTo(2);
        assertThat(imported.written().earliest()).isEqualTo(RECEIVED);
    }

    @Test
    void givesRowsWithoutIdsTheirNumbersAndTheTimeOfTheirArrival() {
        List<StoredRecord> records = records(csv("x\n10\n20\n30\n"));
        assertThat(ids(records)).containsExactly("batch-1", "batch-2", "batch-3");
        assertThat(records).extracting(StoredRecord::eventTime).containsOnly(RECEIVED);
        assertThat(records).extracting(StoredRecord::receivedAt).containsOnly(RECEIVED);
    }

    @Test
    void takesIdsAndTimesFromTheColumnsOfTheseRoles() {
        Imported imported = csv(
                "id,at,x\n007,2026-01-02T00:00:00Z,1\n,2026-01-01T00:00:00Z,2\n9,,3\n",
                Column.of("id", ValueType.TEXT, ColumnRole.ID),
                Column.of("at", ValueType.TIMESTAMP, ColumnRole.TIME));
        assertThat(imported.columns()).isEqualTo(Map.of("x", ValueType.INTEGER));
        List<StoredRecord> records = records(imported);
        assertThat(ids(records)).containsExactly("batch-2", "007", "9");
        assertThat(records.getFirst().eventTime()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(records.getLast().eventTime()).isEqualTo(RECEIVED);
    }

    @Test
    void takesIdsTimesAndTransactionsFromNamedColumns() {
        IncomingFile file = as(Format.CSV, "key,when,tx,x\n01,2026-01-02,t-1,5\n");
        FieldColumns fields = new FieldColumns(Optional.of("key"), Optional.of("when"), Optional.of("tx"));
        Imported imported = read(with(file, fields), NOTHING_KNOWN);
        assertThat(imported.columns()).isEqualTo(Map.of("x", ValueType.INTEGER));
        StoredRecord record = records(imported).getFirst();
        assertThat(record.id()).isEqualTo("01");
        assertThat(record.eventTime()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(record.transaction()).contains("t-1");
    }

    @Test
    void keepsANamedColumnThatTheSchemaHasForSomethingElse() {
        IncomingFile file = with(
                as(Format.CSV, "key,x\na,5\n"),
                new FieldColumns(Optional.of("key"), Optional.empty(), Optional.empty()));
        Imported imported = read(file, new Schema(1, List.of(column("key", ValueType.TEXT))));
        assertThat(imported.columns()).containsOnlyKeys("key", "x");
        assertThat(records(imported).getFirst().id()).isEqualTo("a");
    }

    @Test
    void refusesANamedColumnThatIsNotThere() {
        FieldColumns fields = new FieldColumns(Optional.of("key"), Optional.empty(), Optional.empty());
        assertRefused(() -> read(with(as(Format.CSV, "x\n5\n"), fields), NOTHING_KNOWN), "no column key");
    }

    @Test
    void readsKnownColumnsAsTheirTypes() {
        Imported imported = csv(
                "zip,n,v,j,b,big\n01234,3,\"[1, 2.5]\",\"{\"\"a\"\": 1}\",YWI=,1\n",
                column("zip", ValueType.TEXT),
                column("n", ValueType.NUMBER),
                column("v", ValueType.VECTOR),
                column("j", ValueType.JSON),
                column("b", ValueType.BINARY),
                column("big", ValueType.INTEGER));
        assertThat(imported.columns().get("n")).isEqualTo(ValueType.NUMBER);
        List<Object> values = values(imported).getFirst();
        assertThat(values.get(0)).isEqualTo("01234");
        assertThat(values.get(1)).isEqualTo(3.0);
        assertThat(values.get(2)).isEqualTo(new double[] {1, 2.5});
        assertThat(values.get(3)).isEqualTo("{\"a\": 1}");
        assertThat(values.get(4)).isEqualTo("ab".getBytes(StandardCharsets.UTF_8));
        assertThat(values.get(5)).isEqualTo(1L);
    }

    @Test
    void widensAColumnOfWholeNumbersWhereTheFileHasFractions() {
        Imported imported = csv("x\n1\n2.5\n", column("x", ValueType.INTEGER));
        assertThat(imported.columns()).isEqualTo(Map.of("x", ValueType.NUMBER));
        assertThat(values(imported)).containsExactly(List.of(1.0), List.of(2.5));
    }

    @Test
    void keepsNumbersThatJsonDoesNotHave() {
        Imported imported = csv("x,y\ninf,1\nnan,inf\n-inf,nan\n,2\n");
        assertThat(imported.columns()).isEqualTo(Map.of("x", ValueType.NUMBER, "y", ValueType.NUMBER));
        List<StoredRecord> records = records(imported);
        assertThat(records)
                .extracting(record -> record.values().get(0))
                .containsExactly(Double.POSITIVE_INFINITY, Double.NaN, Double.NEGATIVE_INFINITY, null);
    }

    @Test
    void namesColumnAndRowOfAValueOfAnotherType() {
        assertRefused(
                () -> csv("id,x\na,1\nb,2\nc,three\n", column("x", ValueType.NUMBER)),
                "row 3",
                "column x",
                "number",
                "\"three\"");
        assertRefused(() -> csv("t\n2026-01-01\nyesterday\n", column("t", ValueType.TIMESTAMP)), "row 2", "column t");
        assertRefused(() -> csv("b\ntrue\nmaybe\n", column("b", ValueType.BOOLEAN)), "row 2", "column b");
        assertRefused(() -> csv("a,v\n1,\"[1,2]\"\n2,\"[1,\"\n", column("v", ValueType.VECTOR)), "row 2", "column v");
    }

    @Test
    void namesAColumnOfAnotherType() {
        assertRefused(
                () -> read(as(Format.JSON, "{\"x\": 1.5}"), new Schema(1, List.of(column("x", ValueType.BOOLEAN)))),
                "column x",
                "boolean",
                "number");
    }

    @Test
    void namesTheLineThatHasAValueTooMany() {
        assertRefused(() -> csv("a,b\n1,2\n3,4,5\n"), "line 3", "3 values");
    }

    @Test
    void namesTheRowsOfOneId() {
        Column id = Column.of("id", ValueType.TEXT, ColumnRole.ID);
        assertRefused(() -> csv("id,x\na,1\nb,2\na,3\n", id), "row 3", "\"a\"", "row 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|is empty", "'a,b\n'|no rows", "'\n\n'|no header and no rows"})
    void refusesAFileWithoutRows(String content, String reason) {
        assertRefused(() -> csv(content.translateEscapes()), reason);
    }

    @Test
    void writesNothingWhereItsColumnsAreRefused() {
        IncomingFile file = as(Format.CSV, "a,b\n1,x\n");
        Path refused = path();
        List<Map<String, ValueType>> told = new ArrayList<>();
        assertThatThrownBy(() -> engine().writeFile(refused, file, NOTHING_KNOWN, ARRIVAL, types -> {
                    told.add(types);
                    throw PlumblineException.invalid("b", "no b");
                }))
                .hasMessage("no b");
        assertThat(told).containsExactly(Map.of("a", ValueType.INTEGER, "b", ValueType.TEXT));
        assertThat(refused).doesNotExist();
    }

    @Test
    void refusesWhatIsNotOfItsFormat() {
        assertRefused(() -> read(as(Format.PARQUET, "a,b\n1,2\n"), NOTHING_KNOWN), "the file", "Parquet");
        assertRefused(() -> read(as(Format.JSON, "{\"a\": 1}\n{\"a\": "), NOTHING_KNOWN), "the file", "JSON");
        assertRefused(() -> read(as(Format.PARQUET, "PAR1 and no more"), NOTHING_KNOWN), "complete Parquet");
        assertRefused(() -> csv("a\0b,c\n"), "binary");
    }

    @Test
    void readsJsonWithTextsThatLookLikeTimesAsTheSchemaSays() {
        Imported imported = read(
                as(Format.JSON, "{\"day\": \"2026-01-02\", \"v\": [1, 2], \"o\": {\"k\": 1}, \"none\": null}\n"),
                new Schema(1, List.of(column("day", ValueType.TEXT))));
        assertThat(imported.columns())
                .isEqualTo(Map.of("day", ValueType.TEXT, "v", ValueType.VECTOR, "o", ValueType.JSON));
        assertThat(records(imported).getFirst().values().get(0)).isEqualTo("2026-01-02");
    }

    @Test
    void leavesOutColumnsWithoutAnyValueThatNobodyKnows() {
        Imported imported = csv("a,b,c\n1,,\n2,,\n", column("c", ValueType.NUMBER));
        assertThat(imported.columns()).isEqualTo(Map.of("a", ValueType.INTEGER, "c", ValueType.NUMBER));
    }

    @Test
    void readsTextWithoutAHeaderByTheColumnsOfTheSchema() {
        Path path = file("1;a\n2;b\n");
        IncomingFile file = new IncomingFile(
                path, Optional.of(Format.CSV), Optional.of(';'), Optional.of(Header.ABSENT), FieldColumns.BY_ROLE);
        Schema schema = new Schema(1, List.of(column("n", ValueType.INTEGER), column("t", ValueType.TEXT)));
        assertThat(values(read(file, schema))).containsExactly(List.of(1L, "a"), List.of(2L, "b"));
        assertRefused(() -> read(file, new Schema(1, List.of(column("n", ValueType.INTEGER)))), "no header");
    }

    @Test
    void findsATypeThatTheFirstRowsDoNotTell() {
        String rows = IntStream.range(0, 30_000).mapToObj(i -> i + ",").collect(Collectors.joining("\n"));
        Imported imported = csv("a,b\n" + rows + "\n0.5,7\n");
        assertThat(imported.columns()).isEqualTo(Map.of("a", ValueType.NUMBER, "b", ValueType.INTEGER));
        assertThat(imported.written().rows()).isEqualTo(30_001);
    }

    @Test
    void ordersRecordsByTheirTime() {
        String rows = Stream.of(3, 1, 2).map(i -> i + ",2026-01-0" + i).collect(Collectors.joining("\n"));
        Imported imported = csv("x,at\n" + rows + "\n", Column.of("at", ValueType.TIMESTAMP, ColumnRole.TIME));
        List<Long> scanned = scan(files(List.of(column("x", ValueType.INTEGER)), target), 10).stream()
                .flatMap(batch -> Arrays.stream(batch.eventTimes()).boxed())
                .toList();
        assertThat(scanned).isSorted().hasSize(3);
        assertThat(imported.written().earliest()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(imported.written().latest()).isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
    }

    @Test
    void takesColumnsThatAreCalledAsTheEngineCallsItsOwn() {
        Imported imported = csv("rowid,filename\n7,x\n7,y\n");
        assertThat(imported.columns()).containsOnlyKeys("rowid", "filename");
        assertThat(ids(records(imported))).containsExactly("batch-1", "batch-2");
        assertThat(values(imported)).containsExactly(List.of(7L, "x"), List.of(7L, "y"));
    }
}
