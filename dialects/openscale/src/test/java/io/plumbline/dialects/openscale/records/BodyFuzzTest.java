package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.http.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in is read, or refused in the core's own words. */
class BodyFuzzTest {
    private static final Dataset DATASET = Samples.dataset(
            Samples.ID,
            Samples.TIME,
            Samples.feature("n", ValueType.NUMBER),
            Samples.feature("j", ValueType.JSON),
            Samples.feature("v", ValueType.VECTOR));
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/csv",
            "text/csv; charset=utf-16",
            "multipart/form-data; boundary=X",
            "multipart/form-data; boundary=\"\"");

    @Property
    void bytes(@ForAll("types") String type, @ForAll byte[] body) {
        requireAnswer(type, body);
    }

    @Property
    void tokens(@ForAll("types") String type, @ForAll("tokens") List<String> tokens) {
        requireAnswer(type, String.join("", tokens).getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void changedBodies(@ForAll("bodies") String body, @ForAll("types") String type, @ForAll("edits") List<Edit> edits) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        edits.forEach(edit -> bytes[edit.place % bytes.length] = edit.value);
        requireAnswer(type, bytes);
    }

    record Edit(int place, byte value) {}

    private static void requireAnswer(String type, byte[] body) {
        try {
            Incoming incoming = Samples.reader()
                    .read(
                            DATASET,
                            Optional.empty(),
                            MediaType.of(type),
                            CsvOptions.DEFAULT,
                            new ByteArrayInputStream(body));
            assertThat(incoming.batch().rows()).isPositive();
        } catch (PlumblineException e) {
            assertThat(e.failure().message()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<List<String>> tokens() {
        return Arbitraries.of(
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        ":",
                        "\"",
                        "\n",
                        "1",
                        "-",
                        "1.5",
                        "1e999",
                        "null",
                        "true",
                        "NaN",
                        " ",
                        "\"fields\":",
                        "\"values\":",
                        "\"request\":",
                        "\"response\":",
                        "\"predictions\":",
                        "\"meta\":",
                        "\"scoring_id\":",
                        "\"scoring_timestamp\":",
                        "\"n\"",
                        "\"j\":",
                        "\"v\":",
                        "n",
                        "record_id",
                        "--X\r\n",
                        "Content-Disposition: form-data; filename=a\r\n\r\n",
                        "\r\n--X--")
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(
                "[{\"n\":1.5,\"j\":{\"a\":[1]},\"v\":[1,2]},{\"n\":2,\"new\":\"x\"}]",
                "{\"fields\":[\"n\",\"v\"],\"values\":[[1,[2]],[3,null]]}",
                "[{\"scoring_id\":\"a\",\"request\":{\"fields\":[\"x\"],\"values\":[[1]]},"
                        + "\"response\":{\"predictions\":[{\"fields\":[\"p\"],\"values\":[[[0.5]]]}]}}]",
                "record_id,n,v,j\na,1,[1],{}\n\"b\",2,\"[1,2]\",\"\"\"x\"\"\"\n",
                "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\nn\n1\n\r\n--X--\r\n");
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(Arbitraries.integers().between(0, 1000), Arbitraries.bytes())
                .as(Edit::new)
                .list()
                .ofMaxSize(4);
    }
}
