package io.plumbline.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An answer that is written while it is made, so that it may be larger than memory.
 *
 * @param status of HTTP, or {@link Answer#BY_CONTRACT}
 * @param headers besides those of the body and of the connection
 * @param contentType of the body
 * @param length of the body in bytes, where it is known
 * @param content writes the body; an exception from it cuts the connection, because the status is out already
 */
public record StreamingAnswer(
        int status, Map<String, String> headers, String contentType, OptionalLong length, Content content)
        implements Reply {
    /** Keeps an unmodifiable copy. */
    public StreamingAnswer {
        headers = Map.copyOf(headers);
    }

    /** Of this type and unknown length, with the contract's status. */
    public static StreamingAnswer of(String contentType, Content content) {
        return new StreamingAnswer(Answer.BY_CONTRACT, Map.of(), contentType, OptionalLong.empty(), content);
    }

    /** The same with this length in bytes. */
    public StreamingAnswer ofLength(long bytes) {
        return new StreamingAnswer(status, headers, contentType, OptionalLong.of(bytes), content);
    }

    /** The same with one more header field. */
    public StreamingAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new StreamingAnswer(status, more, contentType, length, content);
    }

    /** The same, with this status where none was chosen. */
    public StreamingAnswer orStatus(int successStatus) {
        return status == Answer.BY_CONTRACT
                ? new StreamingAnswer(successStatus, headers, contentType, length, content)
                : this;
    }

    /** Writes a body. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of the body; the stream is closed by the one who gave it. */
        void writeTo(OutputStream out) throws IOException;
    }
}
