package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.compute.testkit.ReadColumn;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, compressions, patterns and types. */
class FormatsTest extends EngineFixture {
    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "x.json", "x.ndjson", "x"})
    void compressedFilesAreToldByTheirBytes(String name) throws IOException {
        String text = name.contains("json") ? "{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n" : "a,b\n1,2\n3,4\n";
        assertIntegersAandB(open(file(name, gzip(text.getBytes(StandardCharsets.UTF_8)))));
        assertIntegersAandB(open(file(name + ".gz", gzip(text.getBytes(StandardCharsets.UTF_8)))));
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
        file("p1.csv", "a,b\n1,2\n");
        file("p2.csv", "b,a,c\n4,3,x\n");
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
        file("x1.csv", "c\n1\n");
        assertIntegersAandB(open("x[12].csv", "a,b\n1,2\n3,4\n"));
    }

    @Test
    void declaredTypesKeepTheTextOfCsv() {
        Path file = file("x.csv", "zip,n\n00123,1\n04567,x\n");
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
}
