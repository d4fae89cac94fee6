package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.ScoringReader.Extras;
import io.plumbline.dialects.openscale.records.TableReader.Table;
import io.plumbline.dialects.openscale.records.columns.BatchBuilder;
import io.plumbline.dialects.openscale.records.columns.ColumnBuilder;
import io.plumbline.domain.PlumblineException;
import io.plumbline.measures.table.ColumnRole;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.util.TokenBuffer;

/**
 * One scoring payload, whose rows begin where the batch ends. A column that both sides have is taken from the request, unless the schema
 * knows it as a prediction or a score: then from the response.
 */
final class ScoringPayload {
    private static final Set<String> TRANSACTION = Set.of("transaction_id", "transactionid");

    private final BatchBuilder batch;
    private final TableReader tables;
    private final int first;
    private final Set<String> asked = new HashSet<>();
    private Optional<String> scoringId = Optional.empty();
    private Optional<String> time = Optional.empty();
    private Optional<String> user = Optional.empty();
    private OptionalLong responseTime = OptionalLong.empty();
    private OptionalInt requests = OptionalInt.empty();
    private OptionalInt metas = OptionalInt.empty();
    private OptionalInt responses = OptionalInt.empty();
    private Optional<TokenBuffer> keptResponse = Optional.empty();

    ScoringPayload(BatchBuilder batch, TableReader tables) {
        this.batch = batch;
        this.tables = tables;
        this.first = batch.rows();
    }

    /** Reads a member of the payload, at whose value the parser stands. */
    void member(String name, JsonParser json) {
        switch (name) {
            case "request" -> request(json);
            case "response" -> response(json);
            case "scoring_id" -> scoringId = text(name, json);
            case "scoring_timestamp" -> time = text(name, json);
            case "user_id" -> user = text(name, json);
            case "response_time" -> responseTime = milliseconds(json);
            default -> json.skipChildren();
        }
    }

    private void request(JsonParser json) {
        object(json, "request");
        require(requests.isEmpty(), "the request comes once");
        Table table = tables.read(json, first, this::requestColumn, this::requestMember)
                .orElseThrow(() -> invalid("the request has \"fields\" and \"values\""));
        asked.addAll(table.fields());
        requests = OptionalInt.of(table.rows());
    }

    private Optional<ColumnBuilder> requestColumn(String field) {
        return isAnswer(field) ? Optional.empty() : Optional.of(batch.column(field));
    }

    private void requestMember(String name, JsonParser json) {
        if (name.equals("meta") && json.currentToken() == JsonToken.START_OBJECT) {
            metas = tables.read(json, first, this::metaColumn, (other, value) -> value.skipChildren())
                    .map(table -> OptionalInt.of(table.rows()))
                    .orElse(OptionalInt.empty());
        } else {
            json.skipChildren();
        }
    }

    private Optional<ColumnBuilder> metaColumn(String field) {
        boolean transaction =
                TRANSACTION.contains(field) && batch.schema().column(field).isEmpty();
        return Optional.of(transaction ? batch.transactions() : batch.column(field));
    }

    private void response(JsonParser json) {
        object(json, "response");
        require(responses.isEmpty() && keptResponse.isEmpty(), "the response comes once");
        if (requests.isPresent()) {
            readResponse(json);
        } else {
            // Which of its columns count is known only after the request.
            keptResponse = Optional.of(TableReader.kept(json));
        }
    }

    private void readResponse(JsonParser json) {
        OptionalInt[] predictions = {OptionalInt.empty()};
        Optional<Table> table = tables.read(json, first, this::responseColumn, (name, value) -> {
            if (name.equals("predictions") && value.currentToken() == JsonToken.START_ARRAY) {
                predictions[0] = OptionalInt.of(predictions(value));
            } else {
                value.skipChildren();
            }
        });
        responses = table.map(read -> OptionalInt.of(read.rows())).orElse(predictions[0]);
    }

    private int predictions(JsonParser json) {
        int rows = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            object(json, "prediction");
            rows += tables.read(json, first + rows, this::responseColumn, (name, value) -> value.skipChildren())
                    .map(Table::rows)
                    .orElse(0);
        }
        return rows;
    }

    private Optional<ColumnBuilder> responseColumn(String field) {
        return asked.contains(field) && !isAnswer(field) ? Optional.empty() : Optional.of(batch.column(field));
    }

    private boolean isAnswer(String field) {
        return batch.schema()
                .column(field)
                .filter(column -> column.role() == ColumnRole.PREDICTION || column.role() == ColumnRole.SCORE)
                .isPresent();
    }

    /** Ends the payload: checks that both sides fit, and tells its rows what holds for all of them. */
    void end(Extras extras) {
        keptResponse.ifPresent(this::readKept);
        int rows = requests.orElseThrow(() -> invalid("a request is missing"));
        requireRows(responses, rows, "response");
        if (metas.isPresent()) {
            requireRows(metas, rows, "meta of the request");
        }
        for (int row = first; row < first + rows; row++) {
            tell(row, extras);
        }
        batch.end(rows);
    }

    private void readKept(TokenBuffer kept) {
        if (requests.isPresent()) {
            try (kept;
                    JsonParser json = kept.asParserOnFirstToken(ObjectReadContext.empty())) {
                readResponse(json);
            }
        }
    }

    private void tell(int row, Extras extras) {
        int number = row - first + 1;
        scoringId.ifPresent(id -> batch.ids().text(row, id + "-" + number));
        time.ifPresent(value -> batch.times().text(row, value));
        if (extras.take("_response_time")) {
            responseTime.ifPresent(value -> batch.column("_response_time").integer(row, value));
        }
        if (extras.take("_user_id")) {
            user.ifPresent(value -> batch.column("_user_id").text(row, value));
        }
    }

    private void requireRows(OptionalInt came, int rows, String what) {
        int count = came.orElseThrow(() -> invalid("a " + what + " with \"fields\" and \"values\" is missing"));
        require(count == rows, "the request has " + rows + " rows and the " + what + " " + count);
    }

    private Optional<String> text(String name, JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        require(
                json.currentToken() == JsonToken.VALUE_STRING || json.currentToken() == JsonToken.VALUE_NUMBER_INT,
                name + " is a text");
        return Optional.of(json.getString());
    }

    private OptionalLong milliseconds(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return OptionalLong.empty();
        }
        require(json.currentToken().isNumeric(), "response_time is a number of milliseconds");
        double value = json.getDoubleValue();
        require(Math.abs(value) < Long.MAX_VALUE, "response_time is a number of milliseconds");
        return OptionalLong.of(Math.round(value));
    }

    private void object(JsonParser json, String what) {
        require(json.currentToken() == JsonToken.START_OBJECT, "the " + what + " is an object");
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw invalid(rule);
        }
    }

    private PlumblineException invalid(String rule) {
        return PlumblineException.invalid("scoring payload from row " + (first + 1) + " on: " + rule);
    }
}
