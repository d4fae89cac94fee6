package io.plumbline.server.remote;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is too large to be held. It may be asked for more than once. */
public interface Upload {
    /** The content type that it is sent with. */
    String TYPE = "application/octet-stream";

    /** How large it is. */
    long bytes();

    /**
     * Writes it to a stream.
     *
     * @throws IOException where the stream fails
     */
    void writeTo(OutputStream out) throws IOException;
}
