package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.JsonRecordsTest.column;
import static io.plumbline.dialects.openscale.records.Samples.batch;
import static io.plumbline.dialects.openscale.records.Samples.dataset;
import static io.plumbline.dialects.openscale.records.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.table.ColumnRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringPayloadTest {
    private static final String PAYLOAD = """
            [{"scoring_id":"s","response_time":121,"scoring_timestamp":"2026-01-01T00:00:00Z","user_id":"u","binding":{"x":1},
              "request":{"fields":["name","age"],"values":[["john",33],["mike",23]],
                "meta":{"fields":["transactionid","misc"],"values":[["t1","x"],["t2","y"]]}},
              "response":{"fields":["name","prediction","probability"],
                "values":[["J","personal",[0.7,0.3]],["M","camping",[0.2,0.8]]]}}]""";

    @Test
    void requestAndResponseStandSideBySide() {
        RecordBatch batch = batch(PAYLOAD);
        assertThat(batch.ids()).containsExactly("s-1", "s-2");
        assertThat(batch.eventTimes()).containsExactly(1_767_225_600_000_000L, 1_767_225_600_000_000L);
        assertThat(batch.transactions().orElseThrow()).containsExactly("t1", "t2");
        assertThat(batch.columns())
                .extracting(BatchColumn::name)
                .containsExactly("name", "age", "misc", "prediction", "probability", "_response_time", "_user_id");
        assertThat(texts(batch, "prediction")).containsExactly("personal", "camping");
        assertThat(((BatchColumn.Integers) column(batch, "_response_time")).values())
                .containsExactly(121, 121);
    }

    @Test
    void aScoringIdThatTheSchemaKnowsMakesNoRowOfThePayload() {
        RecordBatch batch = batch(PAYLOAD, Column.of("scoring_id", ValueType.TEXT, ColumnRole.ID));
        assertThat(batch.ids()).containsExactly("s-1", "s-2");
        assertThat(texts(batch, "prediction")).containsExactly("personal", "camping");
    }

    @Test
    void aColumnOfBothSidesIsTakenFromTheRequest() {
        assertThat(texts(batch(PAYLOAD), "name")).containsExactly("john", "mike");
    }

    @Test
    void aPredictionOfBothSidesIsTakenFromTheResponse() {
        RecordBatch batch = batch(PAYLOAD, Column.of("name", ValueType.TEXT, ColumnRole.PREDICTION));
        assertThat(texts(batch, "name")).containsExactly("J", "M");
    }

    @Test
    void theResponseMayComeFirstAndBeAListOfPredictions() {
        RecordBatch batch = batch("""
                {"response":{"predictions":[{"values":[["a"]],"fields":["p"]},{"fields":["p"],"values":[["b"]]}]},
                 "request":{"values":[[1],[2]],"fields":["x"]}}""");
        assertThat(texts(batch, "p")).containsExactly("a", "b");
        assertThat(((BatchColumn.Integers) column(batch, "x")).values()).containsExactly(1, 2);
    }

    @Test
    void payloadsFollowOneAnother() {
        RecordBatch batch = batch("""
                [{"scoring_id":"a","request":{"fields":["x"],"values":[[1],[2]]},"response":{"fields":["p"],"values":[[1],[0]]}},
                 {"scoring_id":"b","request":{"fields":["x"],"values":[[3]]},"response":{"fields":["p"],"values":[[1]]}}]""");
        assertThat(batch.ids()).containsExactly("a-1", "a-2", "b-1");
        assertThat(((BatchColumn.Integers) column(batch, "x")).values()).containsExactly(1, 2, 3);
    }

    @Test
    void aSchemaThatDoesNotGrowTakesNothingBeside() {
        Incoming incoming = json(
                dataset(
                        Growth.FIXED,
                        Samples.feature("name", ValueType.TEXT),
                        Samples.feature("_user_id", ValueType.TEXT)),
                PAYLOAD);
        assertThat(incoming.batch().columns())
                .extracting(BatchColumn::name)
                .contains("_user_id")
                .doesNotContain("_response_time");
    }

    @Test
    void aScoringIdMakesTheBatchRepeatable() {
        assertThat(json(dataset(), PAYLOAD).batchId())
                .startsWith("content-")
                .isEqualTo(json(dataset(), PAYLOAD).batchId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"request":{"fields":["x"],"values":[[1],[2]]},"response":{"fields":["p"],"values":[[1]]}}]    | the request has 2 rows and the response 1
            [{"request":{"fields":["x"],"values":[[1]],"meta":{"fields":["m"],"values":[]}},"response":{"fields":["p"],"values":[[1]]}}] | the request has 1 rows and the meta of the request 0
            [{"request":{"fields":["x"],"values":[[1]]}}]                                                   | a response with "fields" and "values" is missing
            [{"response":{"fields":["x"],"values":[[1]]}}]                                                  | a request is missing
            [{"request":{"fields":["x"],"values":[[1]]},"response":3}]                                      | the response is an object
            [{"request":{"fields":["x"],"values":[[1]]},"response":{"predictions":[3]}}]                    | the prediction is an object
            [{"request":{"fields":["x"],"values":[[1]]},"response":{}}]                                     | a response with "fields" and "values" is missing
            [{"request":{"x":1},"response":{"fields":["p"],"values":[[1]]}}]                                | the request has "fields" and "values"
            [{"request":{"fields":["x"],"values":[[1]]},"request":{"fields":["x"],"values":[[1]]}}]         | the request comes once
            [{"scoring_id":true,"request":{"fields":["x"],"values":[[1]]}}]                                 | scoring_id is a text
            [{"response_time":"1s","request":{"fields":["x"],"values":[[1]]}}]                              | response_time is a number of milliseconds
            """)
    void aPayloadThatDoesNotFitIsRefused(String body, String message) {
        assertThatThrownBy(() -> batch(body))
                .isInstanceOf(PlumblineException.class)
                .hasMessage("scoring payload from row 1 on: " + message);
    }

    @Test
    void aWrongRowIsNamedByItsPlaceInTheWholeBody() {
        assertThatThrownBy(() -> batch("""
                        [{"request":{"fields":["x"],"values":[[1],[2]]},"response":{"fields":["p"],"values":[[1],[0]]}},
                         {"request":{"fields":["x"],"values":[["?"]]},"response":{"fields":["p"],"values":[[1]]}}]""")).hasMessage("row 3: the column x takes numbers, not the text \"?\"");
    }

    private static String[] texts(RecordBatch batch, String name) {
        return ((BatchColumn.Texts) column(batch, name)).values();
    }
}
