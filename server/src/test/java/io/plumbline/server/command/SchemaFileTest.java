package io.plumbline.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFileTest {
    @TempDir
    private Path folder;

    private Schema read(String text) throws IOException {
        return SchemaFile.read(Files.writeString(folder.resolve("schema.json"), text));
    }

    @Test
    void readsTypesAndRoles() throws IOException {
        Schema schema = read("""
                {"columns": [
                  {"name": "age", "type": "integer"},
                  {"name": "when", "role": "time", "type": "timestamp"},
                  {"name": "note"}
                ]}
                """);

        assertThat(schema.of("age")).contains(new Schema.Declared(Optional.of(ColumnType.INTEGER), Optional.empty()));
        assertThat(schema.of("when"))
                .contains(new Schema.Declared(Optional.of(ColumnType.TIMESTAMP), Optional.of(ColumnRole.TIME)));
        assertThat(schema.of("note")).contains(new Schema.Declared(Optional.empty(), Optional.empty()));
        assertThat(schema.of("other")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                                                         | line 1: an object with "columns" is expected.
            {}                                                         | line 1: "columns" is missing.
            {"columns":{}}                                             | line 1: a list of columns is expected.
            {"column":[]}                                              | line 1: 'column' is not known here
            {"columns":[#3]}                                           | line 2: a column such as
            {"columns":[#{"type":"integer"}]}                          | line 2: this column has no "name".
            {"columns":[#{"name":"a"},#{"name":"a"}]}                  | line 3: the column 'a' was named before
            {"columns":[#{"name":"a","type":"int"}]}                   | line 2: 'int' is not a type; use one of number, integer
            {"columns":[#{"name":"a","role":"label"}]}                 | line 2: 'label' is not a role; use one of feature
            {"columns":[#{"name":7}]}                                  | line 2: a text is expected.
            {"columns":[#{"name":"a","kind":"b"}]}                     | line 2: 'kind' is not known of a column
            {"columns":[#{"name":"a"}]} true                           | line 2: nothing is expected after the end
            {"columns":[#{"name":"a",}]}                               | line 2: this is not JSON
            """)
    void saysWhereItIsWrongAndWhy(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('#', '\n')))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("schema.json'")
                .hasMessageContaining(message);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(RefusedException.class).hasMessageContaining("line 1");
    }

    @Test
    void aFileThatBreaksOffIsToldWithoutTheParsersOwnAffairs() {
        for (String text :
                List.of("{\"columns\":[", "{\"columns\":[{\"name\":\"a\"]}", "{\"columns\":[{\"name\":\"a")) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("line 1: this is not JSON: ")
                    .hasMessageNotContaining("Source")
                    .hasMessageNotContaining("REDACTED");
        }
    }

    @Test
    void whatIsNoTextOrAFolderIsToldAsSuch() throws IOException {
        Path latin1 = folder.resolve("latin1.json");
        Files.writeString(latin1, "{\"columns\":[{\"name\":\"\u00e9\"}]}", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SchemaFile.read(latin1)).hasMessageEndingWith("latin1.json' is not UTF-8 text.");
        assertThatThrownBy(() -> SchemaFile.read(folder)).hasMessageEndingWith("' is a folder; name a file.");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> SchemaFile.read(folder.resolve("none.json")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("none.json' does not exist.");
    }
}
