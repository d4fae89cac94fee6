package io.plumbline.dialects.modellab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.testkit.ConventionsSuite;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the generator and the readers of the contract rely on. */
class ConventionsTest extends ConventionsSuite {
    ConventionsTest() {
        super(ModelLabContract.READ, Set.of("JsonApiErrors", "SimpleErrors"), Set.of());
    }

    @Test
    void onlyDeletingNeedsMoreThanReading() {
        assertThat(ModelLabContract.READ.operations())
                .allSatisfy(operation -> assertThat(operation.permission())
                        .as(operation.toString())
                        .isEqualTo(
                                operation.id().equals("deleteModelLabRun") ? "experiment.write" : "experiment.read"));
    }

    @Test
    void tooMuchIsAnsweredByAListOfSentences() {
        assertThat(ModelLabContract.READ.tree().getComponents().getResponses())
                .allSatisfy((name, answer) -> assertThat(answer.getContent().values())
                        .singleElement()
                        .extracting(content -> content.getSchema().get$ref())
                        .asString()
                        .endsWith(name.equals("TooManyRequests") ? "/SimpleErrors" : "/JsonApiErrors"));
    }
}
