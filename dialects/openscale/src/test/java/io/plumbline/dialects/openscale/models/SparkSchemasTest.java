package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SparkSchemasTest {
    private final OpenScaleServer server = new OpenScaleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theReferencesOwnFileHasTheReferencesOwnSchema() {
        JsonNode schema = infer("""
                GENDER,AGE,IS_TENT,PURCHASE_AMOUNT,prediction,probability,string_array
                F,34,true,121.60,false,"[0.9,0.1]","[\\"a\\",\\"b\\"]"
                M,35,false,121.61,false,"[0.8,0.2]","[\\"a\\",\\"b\\"]"
                """);
        assertThat(schema).isEqualTo(Requests.json("""
                                {"fields": [
                                  {"metadata": {}, "name": "GENDER", "nullable": true, "type": "string"},
                                  {"metadata": {}, "name": "AGE", "nullable": true, "type": "integer"},
                                  {"metadata": {}, "name": "IS_TENT", "nullable": true, "type": "boolean"},
                                  {"metadata": {}, "name": "PURCHASE_AMOUNT", "nullable": true, "type": "double"},
                                  {"metadata": {}, "name": "prediction", "nullable": true, "type": "boolean"},
                                  {"metadata": {}, "name": "probability", "nullable": true,
                                   "type": {"containsNull": true, "elementType": "double", "type": "array"}},
                                  {"metadata": {}, "name": "string_array", "nullable": true,
                                   "type": {"containsNull": true, "elementType": "string", "type": "array"}}],
                                 "type": "struct"}
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2 | integer",
                "1,3000000000 | long",
                "3000000000,1.5 | double",
                "-1,+2 | integer",
                "1e3,.5 | double",
                "123456789012345678901234567890 | double",
                "NaN,1 | double",
                "TRUE,false | boolean",
                "true,1 | string",
                "2026-01-31T08:30:00Z,2026-01-31 08:30:00 | timestamp",
                "2026-01-31 | timestamp",
                "2026-13-31 | string",
                "2026-01-31,7 | string",
                "a,1 | string",
                "'',1 | integer",
                "'','' | string",
            })
    void aColumnHasTheTypeThatHoldsAllItsValues(String values, String type) {
        String csv = "column\n"
                + Stream.of(values.split(",", -1))
                        .map(value -> '"' + value.replace("'", "") + '"')
                        .reduce((one, other) -> one + "\n" + other)
                        .orElseThrow();
        assertThat(infer(csv).at("/fields/0/type").stringValue()).isEqualTo(type);
    }

    @Test
    void arraysOfBothKindsAreTexts() {
        assertThat(infer("column\n\"[1]\"\n\"[\"\"a\"\"]\"\n")
                        .at("/fields/0/type/elementType")
                        .stringValue())
                .isEqualTo("string");
        assertThat(infer("column\n\"[1\"\n").at("/fields/0/type").stringValue()).isEqualTo("string");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        assertThat(Requests.names(infer("\uFEFFa,b\n1,2\n"))).containsExactly("a", "b");
    }

    @Test
    void aFileWithoutRowsHasTexts() {
        assertThat(infer("a,b").at("/fields/1/type").stringValue()).isEqualTo("string");
    }

    @Test
    void badFilesAreRefusedWithTheirLine() {
        refused("a,b\n1,2\n1\n", "line 3");
        refused("a,b\n1,2,3\n", "line 2");
        refused("a,a\n", "named twice");
        refused("a,\n1,2\n", "no name");
        refused("\n", "no line that names columns");
        refused(
                String.join(
                        ",", IntStream.range(0, 10_001).mapToObj(i -> "c" + i).toList()),
                "10000");
        refused("a\n\"" + "x".repeat(20_000_000), "too long");
    }

    @Test
    void anotherTypeOfBodyIsRefused() {
        server.call("POST", "/spark_schemas", "{}", "application/json", "editor")
                .expectError(415, "text/csv");
        server.call("POST", "/spark_schemas", "a\n1", "text/csv; charset=none", "editor")
                .expectError(400, "character set");
    }

    private JsonNode infer(String csv) {
        return server.call("POST", "/spark_schemas", csv, "text/csv", "viewer").expect(200);
    }

    private void refused(String csv, String message) {
        server.call("POST", "/spark_schemas", csv, "text/csv", "editor").expectError(400, message);
    }
}
