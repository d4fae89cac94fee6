package io.plumbline.http;

import java.io.InputStream;
import java.util.OptionalLong;

/** A request as the web server hands it over. */
public interface Incoming {
    /** The method, in upper case. */
    String method();

    /** The path as it came, not decoded. */
    String rawPath();

    /** What stands behind the question mark, not decoded; empty where there is none. */
    String rawQuery();

    /** The header fields. */
    Headers headers();

    /** The length of the body as sent, in bytes, where it was said; 0 where there is none. */
    OptionalLong length();

    /** The body as sent; the same stream each time. */
    InputStream content();
}
