package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How this package reads and writes JSON: with NaN and infinities let in, which common clients send. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Json() {}

    static JsonParser parser(InputStream input) {
        return MAPPER.createParser(input);
    }

    /** The tree of what is written. */
    static JsonNode tree(Consumer<JsonGenerator> writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            writing.accept(json);
        }
        return MAPPER.readTree(text.toString());
    }

    /**
     * What the reading gives.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it stumbles over something that is no JSON
     */
    static <T> T reading(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonIOException e) {
            throw BodyFailure.of(Objects.requireNonNull(e.getCause()));
        } catch (JacksonException e) {
            throw PlumblineException.invalid("the body is no JSON" + place(e.getLocation()));
        }
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": see line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
