package io.plumbline.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void partsAreWrittenAsTheyAreEvenIfTheyLookLikePlaces() throws Exception {
        StringBuilder out = new StringBuilder();
        new Template("<{{a}}|{{b}}>").write(Map.of("a", o -> o.append("{{b}}"), "b", o -> o.append("$0")), out);
        assertThat(out).hasToString("<{{b}}|$0>");
    }

    @Test
    void aPlaceWithoutAPartIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("{{a}}").write(Map.of(), new StringBuilder()))
                .withMessageContaining("{{a}}");
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Template.named("absent.html"))
                .withMessageContaining("absent.html");
    }
}
