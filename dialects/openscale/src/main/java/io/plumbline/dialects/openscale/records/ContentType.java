package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.ParameterParser;

/**
 * What a body is.
 *
 * @param format of the body
 * @param charset of its text
 */
record ContentType(Format format, Charset charset) {
    /** The formats of records. */
    enum Format {
        JSON,
        CSV,
        MULTIPART
    }

    /**
     * What the header Content-Type says; JSON where there is none.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is something else
     */
    static ContentType of(Optional<String> header) {
        String type = header.map(ContentType::media).orElse("application/json");
        Format format = known(type)
                .orElseThrow(() -> PlumblineException.invalid(
                        "Content-Type",
                        "records come as application/json, text/csv or multipart/form-data, not as " + type));
        return new ContentType(format, charset(header));
    }

    /** What a file in a body is, by its type or else by its name; CSV where neither tells. */
    static ContentType ofFile(Optional<String> header, Optional<String> name) {
        Format format = header.map(ContentType::media)
                .flatMap(ContentType::known)
                .filter(known -> known != Format.MULTIPART)
                .orElseGet(() -> ofName(name.orElse("")));
        return new ContentType(format, charset(header));
    }

    private static Format ofName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? Format.JSON : Format.CSV;
    }

    private static String media(String header) {
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Format> known(String type) {
        return switch (type) {
            case "application/json" -> Optional.of(Format.JSON);
            case "text/csv", "application/csv" -> Optional.of(Format.CSV);
            case "multipart/form-data" -> Optional.of(Format.MULTIPART);
            default -> Optional.empty();
        };
    }

    private static Charset charset(Optional<String> header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> parameters = parser.parse(header.orElse(""), ';');
        String name = Optional.ofNullable(parameters.get("charset")).orElse(StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new PlumblineException(
                    PlumblineException.invalid("Content-Type", "there is no character set " + name)
                            .failure(),
                    e);
        }
    }
}
