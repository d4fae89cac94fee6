package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens bodies: inflates them and holds them to their limit. */
final class BodyStreams {
    private BodyStreams() {}

    /** The body, inflated where it was sent deflated; the limit counts inflated bytes, so that a small body cannot swell. */
    static InputStream open(Incoming incoming, BodyLimit limit) {
        String encoding = incoming.headers()
                .first("Content-Encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (incoming.length().orElse(0) > limit.bytes()) {
            throw BoundedStream.tooLarge(limit);
        }
        return switch (encoding) {
            case "identity", "" -> new BoundedStream(incoming.content(), limit);
            case "gzip", "x-gzip" -> new BoundedStream(inflated(incoming.content()), limit);
            default ->
                throw new HttpFailureException(
                        new HttpFailure.UnsupportedContentType(encoding, List.of("identity", "gzip")));
        };
    }

    private static InputStream inflated(InputStream content) {
        try {
            return new GZIPInputStream(content);
        } catch (ZipException notGzip) {
            throw new PlumblineException(
                    new Failure.Invalid(
                            "the body is not gzip, as its Content-Encoding says", java.util.Optional.empty()),
                    notGzip);
        } catch (IOException unreadable) {
            throw new PlumblineException(
                    new Failure.Invalid("the body could not be read to its end", java.util.Optional.empty()),
                    unreadable);
        }
    }
}
