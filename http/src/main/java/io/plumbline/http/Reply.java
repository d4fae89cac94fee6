package io.plumbline.http;

import java.util.Map;

/** What goes back. */
public sealed interface Reply permits Answer, StreamingAnswer {
    /** The status. */
    int status();

    /** Header fields besides those of the body and of the connection. */
    Map<String, String> headers();
}
