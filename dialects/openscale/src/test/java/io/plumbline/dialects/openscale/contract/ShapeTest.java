package io.plumbline.dialects.openscale.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.testkit.Shape;
import io.swagger.v3.core.util.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison with a schema finds what it is there for. */
class ShapeTest {
    private static final Shape SHAPE = new Shape(OpenScaleContract.READ);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Status     | {"state":"active"}                            |
                    Status     | {}                                            | Status.state is missing
                    Status     | {"state":"active","more":1}                   | Status.more is unknown
                    Status     | {"state":"gone"}                              | Status.state is "gone", expected string
                    Status     | {"state":null}                                | Status.state is null
                    Status     | []                                            | Status is [], expected object
                    Metadata   | {"id":"a","url":"/a","created_at":"yesterday"} | Metadata.created_at is "yesterday", expected string
                    TagValue   | {"id":"a","value":1}                          | TagValue.value is 1, expected string
                    SecretList | {"secrets":[{"metadata":{"id":"a","url":"/a"}}]} | SecretList.secrets[0].entity is missing
                    ScoreData  | {"values":[[1,"a",null,[0.5]]]}               |
                    RequestHeaders | {"a":1}                                   | RequestHeaders.a is 1, expected string
                    """)
    void mistakesAreFound(String schema, String json, @org.jspecify.annotations.Nullable String mistake)
            throws Exception {
        assertThat(SHAPE.mistakes(schema, Json.mapper().readTree(json)))
                .isEqualTo(mistake == null ? java.util.List.of() : java.util.List.of(mistake));
    }

    @Test
    void whatIsNullableMayBeNull() throws Exception {
        assertThat(
                        SHAPE.mistakes(
                                "MeasurementEntity",
                                Json.mapper()
                                        .readTree(
                                                "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"values\":[],\"issue_count\":null,\"run_id\":null}")))
                .isEmpty();
    }
}
