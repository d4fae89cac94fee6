package io.plumbline.dialects.modellab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.testkit.Contract;
import io.plumbline.dialects.testkit.Operation;
import io.plumbline.dialects.testkit.Shape;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each recorded exchange is one that the contract describes: method, path, status, type and shape of the body. */
class RecordingsTest {
    private static final Contract CONTRACT = ModelLabContract.READ;

    @Test
    void eachRecordedAnswerFitsTheContract() {
        List<Recordings.Exchange> all = Recordings.all();
        assertThat(all).hasSize(17).allSatisfy(exchange -> {
            ApiResponse answer = answer(operation(exchange), exchange.status());
            Optional<Map.Entry<String, MediaType>> content = Optional.ofNullable(answer.getContent())
                    .map(types -> types.entrySet().iterator().next());
            assertThat(content.isPresent())
                    .as(exchange.toString())
                    .isEqualTo(!exchange.body().isEmpty());
            content.filter(type -> type.getKey().equals("application/json"))
                    .ifPresent(type -> assertThat(new Shape(CONTRACT)
                                    .mistakes(type.getValue().getSchema().get$ref(), exchange.json()))
                            .as(exchange.toString())
                            .isEmpty());
        });
    }

    private static Operation operation(Recordings.Exchange exchange) {
        return CONTRACT.operations().stream()
                .filter(operation -> operation.method().equals(exchange.method()))
                .filter(operation -> exchange.path().matches(operation.path().replaceAll("\\{\\w+}", "\\\\d+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(exchange.toString()));
    }

    private static ApiResponse answer(Operation operation, int status) {
        ApiResponse answer = Objects.requireNonNull(operation.answers().get(String.valueOf(status)));
        String reference = answer.get$ref();
        return reference == null
                ? answer
                : Objects.requireNonNull(CONTRACT.tree()
                        .getComponents()
                        .getResponses()
                        .get(reference.substring(reference.lastIndexOf('/') + 1)));
    }
}
