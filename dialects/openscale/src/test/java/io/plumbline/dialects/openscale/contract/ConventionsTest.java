package io.plumbline.dialects.openscale.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.testkit.Contract;
import io.plumbline.dialects.testkit.ConventionsSuite;
import io.plumbline.dialects.testkit.Operation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the generator and the readers of the contract rely on. */
class ConventionsTest extends ConventionsSuite {
    private static final Contract CONTRACT = OpenScaleContract.READ;

    ConventionsTest() {
        super(CONTRACT, Set.of("ErrorReport"), Set.of("authorize", "getIdentityToken"));
    }

    @Test
    void patchesAreJsonPatch() {
        List<Operation> patches = CONTRACT.operations().stream()
                .filter(operation -> operation.method().equals("PATCH"))
                .toList();
        assertThat(patches).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.bodyTypes()).containsExactly("application/json", "application/json-patch+json");
            assertThat(operation.description().getRequestBody().getContent().values())
                    .as(operation.toString())
                    .allMatch(content -> "#/components/schemas/JsonPatch"
                            .equals(content.getSchema().get$ref()));
        });
    }

    @Test
    void sentRecordsAreAcceptedWithTheAddressOfTheirRequest() {
        assertThat(List.of("addRecords", "patchRecords"))
                .allSatisfy(id -> assertThat(CONTRACT.operation(id).answers())
                        .hasEntrySatisfying(
                                "202", answer -> assertThat(answer.getHeaders()).containsKey("Location")));
    }
}
