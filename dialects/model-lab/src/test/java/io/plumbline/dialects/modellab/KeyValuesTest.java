package io.plumbline.dialects.modellab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyValuesTest {
    @Test
    void pairsStandBetweenCommas() {
        assertThat(KeyValues.read("p", "a:1,b:http://x,c:,mlflow.user:\"ada, \\\"b\\\"\",d:2"))
                .containsExactly(
                        new KeyValues.Pair("a", "1", 1, false),
                        new KeyValues.Pair("b", "http://x", 5, false),
                        new KeyValues.Pair("c", "", 16, false),
                        new KeyValues.Pair("mlflow.user", "ada, \"b\"", 19, true),
                        new KeyValues.Pair("d", "2", 44, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    abc        | at character 1: key:value is expected
                    :v         | at character 1: key:value is expected
                    a:1,       | at character 5: key:value is expected
                    a:1,b      | at character 5: key:value is expected
                    a:1,,b:2   | at character 5: key:value is expected
                    a:"x       | at character 3: the quote is not closed
                    a:"x"y,b:1 | at character 6: a comma is expected
                    a:"x\\     | at character 3: the quote is not closed
                    """)
    void mistakesAreToldWithTheirPosition(String text, String mistake) {
        assertThatThrownBy(() -> KeyValues.read("filter[tags]", text))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("filter[tags]")
                .hasMessageContaining(mistake);
    }

    @Property
    void quotedValuesComeBackAsTheyWere(
            @ForAll @Size(min = 1, max = 5) List<@AlphaChars @StringLength(min = 1, max = 5) String> keys,
            @ForAll @Size(5) List<String> values) {
        String text = IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i) + ":\""
                        + values.get(i).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(","));
        assertThat(KeyValues.read("p", text))
                .extracting(KeyValues.Pair::value)
                .isEqualTo(values.subList(0, keys.size()));
    }
}
