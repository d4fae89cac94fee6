package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BadFilesTest extends EngineFixture {
    @Test
    void aFileThatIsNotThere() {
        assertMessageOf(folder.resolve("nowhere.csv")).contains("no such file");
    }

    @Test
    void aPatternThatMatchesNothing() {
        assertMessageOf(folder.resolve("*.parquet")).contains("no file matches");
    }

    @Test
    void aFolder() {
        assertMessageOf(folder).contains("is a folder").contains("*.parquet");
    }

    @Test
    void aRemoteLocation() {
        assertMessageOf("https://example.org/data.csv").contains("only local files");
    }

    @Test
    void anEmptyFile() {
        assertMessageOf(file("empty.csv", "")).contains("is empty");
        assertMessageOf(file("empty.json", "")).contains("is empty");
        assertMessageOf(file("empty.parquet", "")).contains("is empty");
    }

    @Test
    void aFileOfBlankLines() {
        assertMessageOf(file("blank.csv", "\n\n\n")).contains("no header");
        assertMessageOf(file("blank.json", " \n \n")).contains("JSON");
    }

    @Test
    void aLineWithTooFewValues() {
        assertMessageOf(file("short.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n"))
                .contains("line 3: 2 values where the first line has 3");
    }

    @Test
    void aRemarkBeforeTheHeader() {
        assertMessageOf(file("remark.csv", "made by x\na,b,c\n1,2,3\n4,5,6\n"))
                .contains("line 1: 1 value where the next lines have 3")
                .contains("Remove");
    }

    @Test
    void aLineWithTooManyValues() {
        assertMessageOf(file("long.csv", "a,b,c\n1,2,3\n4,5,6\n6,7,8,9\n"))
                .contains("line 4: 4 values where the first line has 3");
    }

    @Test
    void mostLinesOfAnotherWidthThanTheHeader() {
        assertMessageOf(file("wider.csv", "a,b,c\n" + "1,2,3,4\n".repeat(100)))
                .contains("line 2: 4 values where the first line has 3");
    }

    @Test
    void aShortLineFarBehindTheFirst() {
        String rows =
                IntStream.range(0, 100_000).mapToObj(i -> i + ",x," + i * 0.5).collect(Collectors.joining("\n"));
        assertMessageOf(file("far.csv", "a,b,c\n" + rows + "\n7,8\n"))
                .contains("line 100002: 2 values where the first line has 3");
    }

    @Test
    void neitherTheNameNorTheContentOfAFileIsTakenForTheReason() {
        assertMessageOf(file("Parquet gzip Permission denied.csv", "a,b\nOut of Memory,2\nmagic bytes\n"))
                .contains("line 3: 1 values where the first line has 2");
        assertMessageOf(file("gzip parquet.csv", "a,b\r\nOut of Memory,x\n2,y\r\n"))
                .contains("mixes line ends");
    }

    @Test
    void lineEndsOfTwoKinds() {
        assertMessageOf(file("ends.csv", "a,b\r\n1,x\n2,y\r\n")).contains("mixes line ends");
    }

    @Test
    void aQuoteThatIsNotClosed() {
        assertMessageOf(file("quote.csv", "a,b\n1,\"x\n" + "2,y\n".repeat(1000)))
                .contains("line 2: a quoted value is not closed");
    }

    @Test
    void aLineLongerThanCanBeRead() {
        assertMessageOf(file("line.csv", "a,b\n1,x\n2," + "y".repeat(40_000_000) + "\n"))
                .contains("longer than 16 MB");
    }

    @Test
    void binaryGarbage() throws IOException {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        assertMessageOf(file("garbage.csv", garbage)).contains("binary data");
        assertMessageOf(file("garbage.json", garbage)).contains("binary data");
        assertMessageOf(file("garbage", garbage)).contains("binary data");
        assertMessageOf(file("garbage.parquet", garbage)).contains("not a Parquet file");
        assertMessageOf(file("garbage.csv.gz", gzip(garbage))).contains("binary data");
    }

    @Test
    void controlCharacters() {
        assertMessageOf(file("control.csv", "a,b\n1,\u0001\n")).contains("binary data");
    }

    @Test
    void aParquetFileThatWasCutOff() throws IOException {
        Path whole = folder.resolve("whole.parquet");
        SampleFiles.run("COPY (SELECT range AS a FROM range(100000)) TO " + Sql.literal(whole.toString()));
        byte[] bytes = Files.readAllBytes(whole);
        assertMessageOf(file("cut.parquet", Arrays.copyOf(bytes, bytes.length / 2)))
                .contains("not a complete Parquet file");
    }

    @Test
    void aParquetFileWhosePagesAreDamaged() throws IOException {
        Path whole = folder.resolve("whole.parquet");
        SampleFiles.run("COPY (SELECT hash(range)::VARCHAR AS a FROM range(100000)) TO " + Sql.literal(whole.toString())
                + " (COMPRESSION zstd)");
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, 1000, bytes.length / 2, (byte) 0x5a);
        assertMessageOf(file("damaged.parquet", bytes)).contains("damaged");
    }

    @Test
    void gzipThatWasCutOffBetweenTwoLines() throws IOException {
        byte[] whole = gzip(("a\n" + "1\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertMessageOf(file("cut.csv.gz", Arrays.copyOf(whole, whole.length - 12)))
                .contains("damaged or incomplete");
        assertMessageOf(file("tiny.csv.gz", Arrays.copyOf(whole, 5))).contains("damaged or incomplete");
    }

    @Test
    void zstandardThatWasCutOff() throws IOException {
        Path whole = folder.resolve("whole.csv.zst");
        SampleFiles.run("COPY (SELECT range AS a, hash(range) AS b FROM range(100000)) TO "
                + Sql.literal(whole.toString()) + " (FORMAT csv, COMPRESSION zstd)");
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {bytes.length - 1, bytes.length / 2, 5}) {
            assertMessageOf(file("cut.csv.zst", Arrays.copyOf(bytes, length))).contains("damaged or incomplete");
        }
    }

    @Test
    void textThatIsUtf16WithTheHighByteFirst() throws IOException {
        assertMessageOf(file("be.csv", "\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_16BE)))
                .contains("UTF-16");
    }

    @Test
    void jsonThatIsNotUtf8() throws IOException {
        byte[] latin = "[{\"a\": \"Müller\"}]".getBytes(StandardCharsets.ISO_8859_1);
        assertMessageOf(file("latin.json", latin)).contains("UTF-8");
    }

    @Test
    void jsonThatIsNotMadeOfObjects() {
        assertMessageOf(file("scalars.json", "[1, 2, 3]")).contains("not made of objects");
        assertMessageOf(file("number.json", "42")).contains("not made of objects");
        assertMessageOf(file("text.json", "\"abc\"")).contains("not made of objects");
    }

    @Test
    void malformedJson() {
        assertMessageOf(file("array.json", "[{\"a\": 1}, {\"a\": 2]")).contains("malformed JSON");
        assertMessageOf(file("lines.ndjson", "{\"a\": 1}\n{\"a\":\n{\"a\": 3}\n"))
                .contains("malformed JSON")
                .contains("line");
        assertMessageOf(file("cut.json", "[{\"a\": 1}, {\"a\": 2")).contains("malformed JSON");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = file("secret.csv", "a\n1\n");
        assertThat(file.toFile().setReadable(false)).isTrue();
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read every file");
        assertMessageOf(file).contains("permissions");
    }

    @Test
    void filesOfDifferentKinds() {
        file("a.csv", "a\n1\n");
        file("b.json", "[{\"a\": 1}]");
        TableException thrown = catchThrowableOfType(
                TableException.class, () -> engine.open(folder.resolve("[ab].*").toString(), Schema.NONE));
        assertThat(thrown).hasMessageContaining("b.json: is of another format").hasMessageNotContaining("\n");
    }

    @Test
    void oneBadFileOfManyIsNamed() {
        file("1.csv", "a,b\n1,2\n");
        file("2.csv", "a,b\n1,2\n3\n");
        TableException thrown = catchThrowableOfType(
                TableException.class, () -> engine.open(folder.resolve("*.csv").toString(), Schema.NONE));
        assertThat(thrown).hasMessageContaining("2.csv: line 3: 1 values").hasMessageNotContaining("\n");
    }
}
