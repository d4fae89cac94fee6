package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;

/** Tells a body that is wrong from one that could not be read to its end. */
final class BodyFailure {
    private BodyFailure() {}

    /** What to throw for a failure while a body was read. */
    static RuntimeException of(IOException failure) {
        return switch (failure) {
            case CharacterCodingException e ->
                PlumblineException.invalid(
                        "the body has bytes that are no text in its character set; UTF-8 is taken where Content-Type names none");
            case CharConversionException e ->
                PlumblineException.invalid("the body is no JSON: it is not encoded as UTF-8");
            case MalformedStreamException e ->
                PlumblineException.invalid("the multipart body ends before its last boundary");
            default -> new UncheckedIOException(failure);
        };
    }
}
