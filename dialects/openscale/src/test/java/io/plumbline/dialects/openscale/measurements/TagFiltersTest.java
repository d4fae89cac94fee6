package io.plumbline.dialects.openscale.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.TagCondition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagFiltersTest {
    @Test
    void conditionsAreRead() {
        assertThat(TagFilters.of("region:in:[us,pl],segment:eq:sales,zone:null,part:exists"))
                .containsExactly(
                        new TagCondition("region", TagCondition.Test.IN, List.of("us", "pl")),
                        new TagCondition("segment", TagCondition.Test.IN, List.of("sales")),
                        new TagCondition("zone", TagCondition.Test.MISSING, List.of()),
                        new TagCondition("part", TagCondition.Test.PRESENT, List.of()));
        assertThat(TagFilters.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "region:gt:7", "region:like:u", "", "region:in:[us"})
    void nonsenseIsRefused(String filter) {
        assertThatThrownBy(() -> TagFilters.of(filter))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("filter");
    }

    @Test
    void eachDefinitionHasItsOwn() {
        String filter = "fairness.feature:eq:Sex,my.own.zone:exists";
        List<String> definitions = List.of("fairness", "my.own");
        assertThat(TagFilters.of(filter, "fairness", definitions))
                .containsExactly(new TagCondition("feature", TagCondition.Test.IN, List.of("Sex")));
        assertThat(TagFilters.of(filter, "my.own", definitions))
                .containsExactly(new TagCondition("zone", TagCondition.Test.PRESENT, List.of()));
        assertThatThrownBy(() -> TagFilters.of(filter, "fairness", List.of("fairness")))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("my.own.zone");
    }
}
