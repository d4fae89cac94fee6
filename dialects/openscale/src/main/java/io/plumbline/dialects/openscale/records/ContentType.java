package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import io.plumbline.http.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

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
     * What a body of this type is; JSON where the type says nothing.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is something else
     */
    static ContentType of(MediaType type) {
        Format format = type.name().isEmpty()
                ? Format.JSON
                : known(type)
                        .orElseThrow(() -> PlumblineException.invalid(
                                "Content-Type",
                                "records come as application/json, text/csv or multipart/form-data, not as "
                                        + type.name()));
        return new ContentType(format, charset(type));
    }

    /** What a file in a body is, by its type or else by its name; CSV where neither tells. */
    static ContentType ofFile(Optional<String> header, Optional<String> name) {
        MediaType type = MediaType.of(header.orElse(""));
        Format format = known(type).filter(known -> known != Format.MULTIPART).orElseGet(() -> ofName(name.orElse("")));
        return new ContentType(format, charset(type));
    }

    private static Format ofName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? Format.JSON : Format.CSV;
    }

    private static Optional<Format> known(MediaType type) {
        if (type.isJson()) {
            return Optional.of(Format.JSON);
        }
        return switch (type.name()) {
            case "text/csv", "application/csv" -> Optional.of(Format.CSV);
            case "multipart/form-data" -> Optional.of(Format.MULTIPART);
            default -> Optional.empty();
        };
    }

    private static Charset charset(MediaType type) {
        String name = type.parameter("charset").orElse(StandardCharsets.UTF_8.name());
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
