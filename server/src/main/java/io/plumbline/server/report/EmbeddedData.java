package io.plumbline.server.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.measures.drift.MeasureDefinition;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers as the JSON that the report's script reads. A definition is written once and named by its index; NaN and infinities are
 * the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}; what is empty is left out.
 */
final class EmbeddedData {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .characterEscapes(new ForScriptElement())
                    .build())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private EmbeddedData() {}

    /** Writes it, safe inside a script element. */
    static void write(List<RankedColumn> columns, Appendable out) throws IOException {
        Map<MeasureDefinition, Integer> definitions = number(columns);
        out.append("{\"definitions\":")
                .append(MAPPER.writeValueAsString(
                        definitions.keySet().stream().map(DefinitionView::of).toList()))
                .append(",\"columns\":[");
        String separator = "";
        for (RankedColumn column : columns) {
            out.append(separator).append(MAPPER.writeValueAsString(ColumnView.of(column, definitions)));
            separator = ",\n";
        }
        out.append("]}");
    }

    private static Map<MeasureDefinition, Integer> number(List<RankedColumn> columns) {
        Map<MeasureDefinition, Integer> numbers = new LinkedHashMap<>();
        columns.stream()
                .flatMap(column -> column.report().results().stream())
                .forEach(result -> numbers.putIfAbsent(result.outcome().definition(), numbers.size()));
        return numbers;
    }

    /** Escapes what could end the script element or open a comment in it. */
    private static final class ForScriptElement extends CharacterEscapes {
        private final int[] codes = standardAsciiEscapesForJSON();

        ForScriptElement() {
            codes['<'] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null; // no others
        }
    }
}
