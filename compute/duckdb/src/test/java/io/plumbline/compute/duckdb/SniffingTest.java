package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.plumbline.compute.testkit.ReadColumn;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How files are understood that say nothing of themselves. */
class SniffingTest {
    @TempDir
    Path folder;

    private static DuckDbEngine engine;

    @BeforeAll
    static void start() {
        engine = DuckDbEngine.start(DuckDbSettings.ofMachine());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private Table open(String name, String text) {
        return open(SampleFiles.write(folder.resolve(name), text));
    }

    private static Table open(Path file) {
        return engine.open(file.toString(), Schema.NONE);
    }

    private static void assertIntegersAandB(Table table) {
        try (table) {
            assertThat(table.columns())
                    .containsExactly(
                            new TableColumn("a", ColumnType.INTEGER), new TableColumn("b", ColumnType.INTEGER));
            assertThat(ReadColumn.of(table, "a").numbers()).containsExactlyInAnyOrder(1L, 3L);
            assertThat(ReadColumn.of(table, "b").numbers()).containsExactlyInAnyOrder(2L, 4L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "|", "\t"})
    void delimiters(String delimiter) {
        assertIntegersAandB(open("x.csv", "a,b\n1,2\n3,4\n".replace(",", delimiter)));
        assertIntegersAandB(open("x.tsv", "a,b\n1,2\n3,4\n".replace(",", delimiter)));
        assertIntegersAandB(open("x.txt", "a,b\n1,2\n3,4\n".replace(",", delimiter)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEnds(String end) {
        assertIntegersAandB(open("x.csv", "a,b\n1,2\n3,4\n".replace("\n", end)));
        assertIntegersAandB(open("y.csv", "a,b\n1,2\n3,4".replace("\n", end)));
    }

    @Test
    void blankLinesAroundTheRowsAndDelimitersAtTheirEndsMeanNothing() {
        assertIntegersAandB(open("x.csv", "\n\na,b\n1,2\n3,4\n\n"));
        assertIntegersAandB(open("y.csv", "a,b\n1,2,\n3,4,\n"));
    }

    @Test
    void decimalCommasDoNotMakeColumns() {
        try (Table table = open("x.csv", "a;b\n1,5;2\n2,5;3\n")) {
            assertThat(table.columns()).extracting(TableColumn::name).containsExactly("a", "b");
        }
    }

    @Test
    void sentencesInAFileOfOneColumn() {
        try (Table table = open("x.csv", "text\nhello, world\nwell; yes\nfoo\n")) {
            assertThat(ReadColumn.of(table, "text").counts()).containsOnlyKeys("hello, world", "well; yes", "foo");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"p, q\"|p, q",
                "\"say \"\"x\"\"\"|say \"x\"",
                "'p, q'|p, q",
                "\"say \\\"x\\\"\"|say \"x\"",
                "it's|it's"
            })
    void quotes(String written, String read) {
        try (Table table = open("x.csv", "a,b\n1," + written + "\n2,z\n")) {
            assertThat(ReadColumn.of(table, "b").counts()).containsOnly(entry(read, 1L), entry("z", 1L));
        }
    }

    @Test
    void lineBreaksWithinQuotes() {
        try (Table table = open("x.csv", "a,b\n1,\"p\nq\"\n2,z\n")) {
            assertThat(table.rows()).isEqualTo(2);
            assertThat(ReadColumn.of(table, "b").counts()).containsOnlyKeys("p\nq", "z");
        }
    }

    @Test
    void aFileWithoutAHeader() {
        try (Table table = open("x.csv", "male,30,1.5\nfemale,40,2.5\n")) {
            assertThat(table.rows()).isEqualTo(2);
            assertThat(table.columns())
                    .extracting(TableColumn::type)
                    .containsExactly(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER);
        }
    }

    @Test
    void aHeaderOverTextsAndOneThatCouldBeAValue() {
        try (Table table = open("x.csv", "s,t\nfoo,bar\nbaz,qux\n")) {
            assertThat(table.columns()).extracting(TableColumn::name).containsExactly("s", "t");
            assertThat(table.rows()).isEqualTo(2);
        }
        try (Table table = open("y.csv", "f\ntrue\nfalse\n")) {
            assertThat(table.columns()).containsExactly(new TableColumn("f", ColumnType.BOOLEAN));
        }
    }

    @Test
    void aHeaderOnly() {
        try (Table table = open("x.csv", "a,b\n")) {
            assertThat(table.rows()).isZero();
            assertThat(table.columns()).extracting(TableColumn::name).containsExactly("a", "b");
            assertThat(ReadColumn.of(table, "a").rows()).isZero();
            assertThat(table.duplicateRows()).isZero();
        }
    }

    @Test
    void namesThatOccurTwiceAreMadeUnique() {
        try (Table table = open("x.csv", "a,a,A,b\n1,2,3,4\n")) {
            assertThat(table.columns()).extracting(TableColumn::name).containsExactly("a", "a_1", "A_2", "b");
            assertThat(ReadColumn.of(table, "A_2").numbers()).containsExactly(3L);
        }
    }

    @Test
    void valuesWithoutACharacterAreMissingInNumbersAndTexts() {
        try (Table table = open("x.csv", "n,s\n1,a\n,\n\"\",\"\"\n2,b\n")) {
            ReadColumn numbers = ReadColumn.of(table, "n");
            assertThat(numbers.numbers()).containsExactlyInAnyOrder(1L, 2L);
            assertThat(numbers.missing()).isEqualTo(2);
            assertThat(ReadColumn.of(table, "s").counts()).containsOnlyKeys("a", "b");
            assertThat(ReadColumn.of(table, "s").missing()).isEqualTo(2);
        }
    }

    @Test
    void theTypeComesFromTheWholeFileAndNotFromItsFirstLines() {
        String rows = IntStream.range(0, 50_000)
                .mapToObj(i -> i + "," + i + ",,2024-01-01,true")
                .collect(Collectors.joining("\n"));
        try (Table table = open("x.csv", "a,b,c,d,e\n" + rows + "\nfoo,2.5,7,2024-01-01 10:00:00,maybe\n")) {
            assertThat(table.columns())
                    .extracting(TableColumn::type)
                    .containsExactly(
                            ColumnType.TEXT,
                            ColumnType.NUMBER,
                            ColumnType.INTEGER,
                            ColumnType.TIMESTAMP,
                            ColumnType.TEXT);
            assertThat(ReadColumn.of(table, "b").numbers()).contains(2.5);
            assertThat(ReadColumn.of(table, "c").numbers()).containsExactly(7L);
            assertThat(ReadColumn.of(table, "d").numbers()).contains(1704103200000000L);
        }
    }

    @Test
    void wholeNumbersThatDoNotFitAreNumbers() {
        try (Table table = open("x.csv", "a\n1\n99999999999999999999\n")) {
            assertThat(table.columns()).containsExactly(new TableColumn("a", ColumnType.NUMBER));
            assertThat(ReadColumn.of(table, "a").numbers()).containsExactlyInAnyOrder(1.0, 1e20);
        }
    }

    @Test
    void yesAndNoAreWordsAndOnlyTrueAndFalseAreTruthValues() {
        try (Table table = open("x.csv", "a,b,c\nyes,True,t\nno,false,f\n,,\n")) {
            assertThat(table.columns())
                    .extracting(TableColumn::type)
                    .containsExactly(ColumnType.TEXT, ColumnType.BOOLEAN, ColumnType.TEXT);
            assertThat(ReadColumn.of(table, "a").counts()).containsOnlyKeys("yes", "no");
            assertThat(ReadColumn.of(table, "b").counts()).containsOnly(entry("true", 1L), entry("false", 1L));
            assertThat(ReadColumn.of(table, "b").missing()).isEqualTo(1);
        }
    }

    @Test
    void aLineOfTenMegabytes() {
        try (Table table = open("x.csv", "a,b\n1,x\n2," + "y".repeat(10_000_000) + "\n")) {
            assertThat(ReadColumn.of(table, "b").counts()).hasSize(2).containsKey("y".repeat(10_000_000));
        }
    }

    @Test
    void offsetsFromUtcCount() {
        try (Table table = open("x.csv", "t\n1970-01-01T02:00:00+02:00\n1970-01-01T00:00:01Z\n1970-01-01 00:00:02\n")) {
            assertThat(ReadColumn.of(table, "t").numbers()).containsExactlyInAnyOrder(0L, 1_000_000L, 2_000_000L);
        }
    }

    @Test
    void anOffsetFromUtcCountsHoweverLateItComes() {
        String rows = "1970-01-01 00:00:00\n".repeat(30_000);
        try (Table table = open("x.csv", "t\n" + rows + "1970-01-01 02:00:01+02:00\n")) {
            assertThat(new java.util.HashSet<>(ReadColumn.of(table, "t").numbers()))
                    .containsOnly(0L, 1_000_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "9007199254740993", "x"})
    void whatIsNotLikeTheFirstRowsIsKeptAsItIs(String last) {
        String rows = IntStream.range(0, 50_000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        try (Table table = open("x.csv", "n\n" + rows + "\n" + last + "\n")) {
            ReadColumn read = ReadColumn.of(table, "n");
            assertThat(read.rows()).isEqualTo(50_001);
            assertThat(java.util.stream.Stream.concat(
                            read.numbers().stream().map(Object::toString), read.counts().keySet().stream()))
                    .contains(last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "x-UTF-16LE-BOM"})
    void encodings(String encoding) throws IOException {
        byte[] bytes = "name,n\nMüller,1\nZoë,2\n".getBytes(Charset.forName(encoding));
        try (Table table = open(Files.write(folder.resolve("x.csv"), bytes))) {
            assertThat(ReadColumn.of(table, "name").counts()).containsOnlyKeys("Müller", "Zoë");
            assertThat(ReadColumn.of(table, "n").numbers()).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void aCharacterFarBehindTheFirstTellsTheEncoding() throws IOException {
        String rows = IntStream.range(0, 50_000).mapToObj(i -> "x" + i % 3).collect(Collectors.joining("\n"));
        byte[] bytes = ("name\n" + rows + "\nMüller\n").getBytes(StandardCharsets.ISO_8859_1);
        try (Table table = open(Files.write(folder.resolve("x.csv"), bytes))) {
            assertThat(table.rows()).isEqualTo(50_001);
            assertThat(ReadColumn.of(table, "name").counts()).containsKey("Müller");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        assertIntegersAandB(open("x.csv", "\uFEFFa,b\n1,2\n3,4\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "x.json", "x.ndjson", "x"})
    void compressedFilesAreToldByTheirBytes(String name) throws IOException {
        String text = name.contains("json") ? "{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n" : "a,b\n1,2\n3,4\n";
        assertIntegersAandB(open(gzip(folder.resolve(name), text)));
        assertIntegersAandB(open(gzip(folder.resolve(name + ".gz"), text)));
    }

    @Test
    void zstandard() {
        for (String format : new String[] {"csv", "json"}) {
            Path file = folder.resolve("x." + format + ".zst");
            SampleFiles.run("COPY (FROM (VALUES (1, 2), (3, 4)) AS t(a, b)) TO " + Sql.literal(file.toString())
                    + " (FORMAT " + format + ", COMPRESSION zstd)");
            assertIntegersAandB(open(file));
        }
    }

    @Test
    void jsonArraysAndLines() {
        assertIntegersAandB(open("x.json", "[{\"a\": 1, \"b\": 2}, {\"a\": 3, \"b\": 4}]"));
        assertIntegersAandB(open("y.json", "{\"a\": 1, \"b\": 2}\n{\"a\": 3, \"b\": 4}\n"));
        assertIntegersAandB(open("z.jsonl", "{\"a\": 1, \"b\": 2}\n{\"b\": 4, \"a\": 3}\n"));
        assertIntegersAandB(open("noextension", "[\n  {\n\"a\": 1, \"b\": 2}, {\"a\": 3, \"b\": 4}]"));
    }

    @Test
    void jsonValuesOfDifferentTypesAreTexts() {
        try (Table table = open(
                "x.json",
                "[{\"a\": 1, \"b\": [1, 2]}, {\"a\": \"foo\"}, {\"a\": null, \"c\": true}, {\"a\": {\"q\": 1}}]")) {
            assertThat(ReadColumn.of(table, "a").counts()).containsOnlyKeys("1", "foo", "{\"q\":1}");
            assertThat(ReadColumn.of(table, "a").missing()).isEqualTo(1);
            assertThat(ReadColumn.of(table, "b").counts()).containsOnlyKeys("[1, 2]");
            assertThat(ReadColumn.of(table, "c").missing()).isEqualTo(3);
        }
    }

    @Test
    void filesOfAPatternAreOneTableByTheNamesOfTheirColumns() {
        SampleFiles.write(folder.resolve("p1.csv"), "a,b\n1,2\n");
        SampleFiles.write(folder.resolve("p2.csv"), "b,a,c\n4,3,x\n");
        try (Table table = engine.open(folder.resolve("p*.csv").toString(), Schema.NONE)) {
            assertThat(table.name()).isEqualTo(folder.resolve("p*.csv").toString());
            assertThat(ReadColumn.of(table, "a").numbers()).containsExactly(1L, 3L);
            assertThat(ReadColumn.of(table, "b").numbers()).containsExactly(2L, 4L);
            assertThat(ReadColumn.of(table, "c").missing()).isEqualTo(1);
        }
    }

    @Test
    void parquetFilesOfAPattern() {
        SampleFiles.run("COPY (SELECT 1 AS a, 2 AS b) TO "
                + Sql.literal(folder.resolve("1.parquet").toString()));
        SampleFiles.run("COPY (SELECT 4 AS b, 3::BIGINT AS a) TO "
                + Sql.literal(folder.resolve("2.parquet").toString()));
        assertIntegersAandB(engine.open(folder.resolve("*.parquet").toString(), Schema.NONE));
    }

    @Test
    void fileNamesWithQuotesAndWildcards() {
        assertIntegersAandB(open("we[1]'rd \"x\".csv", "a,b\n1,2\n3,4\n"));
        SampleFiles.write(folder.resolve("x1.csv"), "c\n1\n");
        assertIntegersAandB(open("x[12].csv", "a,b\n1,2\n3,4\n"));
    }

    @Test
    void declaredTypesKeepTheTextOfCsv() {
        Path file = SampleFiles.write(folder.resolve("x.csv"), "zip,n\n00123,1\n04567,x\n");
        Schema schema = new Schema(Map.of(
                "zip", new Schema.Declared(Optional.of(ColumnType.TEXT), Optional.empty()),
                "n", new Schema.Declared(Optional.of(ColumnType.INTEGER), Optional.empty())));
        try (Table table = engine.open(file.toString(), schema)) {
            assertThat(ReadColumn.of(table, "zip").counts()).containsOnlyKeys("00123", "04567");
            assertThat(ReadColumn.of(table, "n").violations()).isEqualTo(1);
        }
    }

    @Test
    void everyTypeOfParquet() {
        Path file = folder.resolve("types.parquet");
        SampleFiles.run(
                "COPY (SELECT 1::TINYINT AS i8, 1::UINTEGER AS u32, 1::UBIGINT AS u64, 18446744073709551615::UBIGINT AS big,"
                        + " 1.25::DECIMAL(10, 2) AS price, 1.5::FLOAT AS f32, DATE '1970-01-02' AS day, TIMESTAMP_NS '1970-01-01 00:00:00.000001' AS ns,"
                        + " TIMESTAMPTZ '1970-01-01 00:00:01+00' AS tz, 'infinity'::TIMESTAMP AS never, TIME '12:00:00' AS clock, [1, 2] AS list,"
                        + " {'k': 1} AS struct, MAP {'k': 1} AS map, '\\xFF'::BLOB AS bytes, 'a'::ENUM('a', 'b') AS kind,"
                        + " '5d1d9f0e-0000-4000-8000-000000000000'::UUID AS uuid, INTERVAL 1 DAY AS span) TO "
                        + Sql.literal(file.toString()));
        try (Table table = open(file)) {
            assertThat(table.columns().stream()
                            .map(column -> column.name() + " " + column.type().label()))
                    .containsExactly(
                            "i8 integer",
                            "u32 integer",
                            "u64 integer",
                            "big number",
                            "price number",
                            "f32 number",
                            "day timestamp",
                            "ns timestamp",
                            "tz timestamp",
                            "never timestamp",
                            "clock text",
                            "list text",
                            "struct text",
                            "map text",
                            "bytes text",
                            "kind text",
                            "uuid text",
                            "span text");
            assertThat(ReadColumn.of(table, "u64").numbers()).containsExactly(1L);
            assertThat(ReadColumn.of(table, "big").numbers()).containsExactly(0x1p64);
            assertThat(ReadColumn.of(table, "price").numbers()).containsExactly(1.25);
            assertThat(ReadColumn.of(table, "day").numbers()).containsExactly(86_400_000_000L);
            assertThat(ReadColumn.of(table, "ns").numbers()).containsExactly(1L);
            assertThat(ReadColumn.of(table, "tz").numbers()).containsExactly(1_000_000L);
            assertThat(ReadColumn.of(table, "never").violations()).isEqualTo(1);
            assertThat(ReadColumn.of(table, "struct").counts()).containsOnlyKeys("{'k': 1}");
            assertThat(ReadColumn.of(table, "clock").counts()).containsOnlyKeys("12:00:00");
            assertThat(table.duplicateRows()).isZero();
        }
    }

    private static Path gzip(Path file, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(file, out.toByteArray());
    }
}
