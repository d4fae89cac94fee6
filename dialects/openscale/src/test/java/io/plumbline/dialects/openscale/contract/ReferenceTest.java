package io.plumbline.dialects.openscale.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.testkit.Operation;
import io.plumbline.dialects.testkit.ReferenceOperation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract has what the reference lists, and little else. */
class ReferenceTest {
    /** What the vendor's client asks for beside its own API. */
    private static final List<String> BESIDE =
            List.of("POST /v1/authorize", "POST /identity/token", "GET /v1/entitlements", "GET /v2/fairness/heartbeat");

    @Test
    void theOperationsAreThoseOfTheReference() {
        Stream<String> expected = Stream.concat(
                BESIDE.stream(), ReferenceOperation.all("openscale").stream().map(ReferenceOperation::name));
        assertThat(OpenScaleContract.READ.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void theQueryParametersAreThoseOfTheReference() {
        assertThat(ReferenceOperation.all("openscale"))
                .hasSize(104)
                .allSatisfy(reference -> assertThat(operation(reference.name()).parameterNames("query"))
                        .as(reference.name())
                        .isEqualTo(reference.query()));
    }

    private static Operation operation(String name) {
        return OpenScaleContract.READ.operations().stream()
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
