package io.plumbline.dialects.modellab;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.HttpFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelLabErrorsTest {
    private static final ModelLabErrors ERRORS = new ModelLabErrors();

    private static String text(ErrorAnswer answer) {
        return answer.status() + " " + ModelLabJson.mapper().writeValueAsString(answer.body());
    }

    @Test
    void whatIsMissingIsToldAsRecorded() {
        assertThat(text(ERRORS.answer(new Failure.NotFound("experiment", "999999"), "r")))
                .isEqualTo("404 {\"errors\":[{\"title\":\"Generic Error\",\"detail\":\"project not found\"}]}");
        assertThat(text(ERRORS.answer(new Failure.NotFound("run", "999999"), "r")))
                .isEqualTo("404 {\"errors\":[{\"title\":\"Generic Error\",\"detail\":\"run not found\"}]}");
    }

    @Test
    void aBadParameterIsNamed() {
        assertThat(text(ERRORS.answer(new Failure.Invalid("no", Optional.of("page[size]")), "r")))
                .isEqualTo("400 {\"errors\":[{\"status\":\"400\",\"title\":\"Bad Request\",\"detail\":\"no\","
                        + "\"source\":{\"parameter\":\"page[size]\"}}]}");
    }

    @Test
    void tooMuchIsAListOfSentences() {
        assertThat(text(ERRORS.answer(new Failure.Busy(Duration.ofSeconds(2)), "r")))
                .isEqualTo("429 {\"errors\":[\"too much is waiting to be stored; try again in 2 s\"]}");
    }

    @Test
    void anErrorInsideNamesTheRequest() {
        assertThat(text(ERRORS.answer(new HttpFailure.Unexpected(), "r-1")))
                .startsWith("500 ")
                .contains("\"meta\":{\"request_id\":\"r-1\"}");
    }
}
