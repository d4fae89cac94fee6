package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.plumbline.compute.testkit.ReadColumn;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How delimited texts are understood, which say nothing of themselves. */
class CsvSniffingTest extends EngineFixture {
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
            assertThat(new HashSet<>(ReadColumn.of(table, "t").numbers())).containsOnly(0L, 1_000_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "9007199254740993", "x"})
    void whatIsNotLikeTheFirstRowsIsKeptAsItIs(String last) {
        String rows = IntStream.range(0, 50_000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        try (Table table = open("x.csv", "n\n" + rows + "\n" + last + "\n")) {
            ReadColumn read = ReadColumn.of(table, "n");
            assertThat(read.rows()).isEqualTo(50_001);
            assertThat(Stream.concat(read.numbers().stream().map(Object::toString), read.counts().keySet().stream()))
                    .contains(last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "x-UTF-16LE-BOM"})
    void encodings(String encoding) throws IOException {
        byte[] bytes = "name,n\nMüller,1\nZoë,2\n".getBytes(Charset.forName(encoding));
        try (Table table = open(file("x.csv", bytes))) {
            assertThat(ReadColumn.of(table, "name").counts()).containsOnlyKeys("Müller", "Zoë");
            assertThat(ReadColumn.of(table, "n").numbers()).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void aCharacterFarBehindTheFirstTellsTheEncoding() throws IOException {
        String rows = IntStream.range(0, 50_000).mapToObj(i -> "x" + i % 3).collect(Collectors.joining("\n"));
        byte[] bytes = ("name\n" + rows + "\nMüller\n").getBytes(StandardCharsets.ISO_8859_1);
        try (Table table = open(file("x.csv", bytes))) {
            assertThat(table.rows()).isEqualTo(50_001);
            assertThat(ReadColumn.of(table, "name").counts()).containsKey("Müller");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        assertIntegersAandB(open("x.csv", "\uFEFFa,b\n1,2\n3,4\n"));
    }

    @Test
    void daysInTheOrderOfACountryAreTextsAndNotLost() {
        try (Table table = open("x.csv", "us,german\n1/2/2024,1.2.2024\n12/25/2024,25.12.2024\n")) {
            assertThat(table.columns()).extracting(TableColumn::type).containsOnly(ColumnType.TEXT);
            assertThat(ReadColumn.of(table, "us").counts()).containsOnlyKeys("1/2/2024", "12/25/2024");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,inf\n1,-inf\n", "1,-inf\n1,0.5\n", "1,Infinity\n1,\n1,2\n"})
    void infinitiesAreNumbers(String rows) {
        try (Table table = open("x.csv", "id,a\n" + rows)) {
            assertThat(ReadColumn.of(table, "a").violations()).isZero();
            assertThat(table.columns()).contains(new TableColumn("a", ColumnType.NUMBER));
        }
    }

    @Test
    void textFarBelowInstants() {
        String instants =
                IntStream.range(0, 30_000).mapToObj(i -> "2026-01-01,1\n").collect(Collectors.joining());
        try (Table table = open("x.csv", "a,b\n" + instants + "yesterday,2\n")) {
            assertThat(ReadColumn.of(table, "a").counts())
                    .containsOnly(entry("2026-01-01", 30_000L), entry("yesterday", 1L));
        }
    }

    @Test
    void daysAndInstantsInOneColumn() {
        try (Table table = open("x.csv", "t\n2024-01-05\n2024-01-06 10:00:00+02:00\n")) {
            assertThat(ReadColumn.of(table, "t").numbers())
                    .containsExactlyInAnyOrder(1704412800000000L, 1704528000000000L);
        }
    }
}
