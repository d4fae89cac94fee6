package io.plumbline.dialects.modellab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.testkit.Operation;
import io.plumbline.dialects.testkit.ReferenceOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract has what the reference lists, and nothing else. */
class ReferenceTest {
    private static final String SYSTEM = "datadog-model-lab";

    @Test
    void theOperationsAreThoseOfTheReference() {
        List<ReferenceOperation> reference = ReferenceOperation.all(SYSTEM);
        assertThat(reference).hasSize(16);
        assertThat(ModelLabContract.READ.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(
                        reference.stream().map(ReferenceOperation::name).toList());
    }

    @Test
    void theQueryParametersAreThoseOfTheReference() {
        assertThat(ReferenceOperation.all(SYSTEM))
                .allSatisfy(reference -> assertThat(operation(reference).parameterNames("query"))
                        .as(reference.name())
                        .isEqualTo(reference.query()));
    }

    private static Operation operation(ReferenceOperation reference) {
        return ModelLabContract.READ.operations().stream()
                .filter(operation -> operation.toString().equals(reference.name()))
                .findFirst()
                .orElseThrow();
    }
}
