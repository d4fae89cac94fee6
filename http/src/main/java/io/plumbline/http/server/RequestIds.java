package io.plumbline.http.server;

import io.plumbline.http.Headers;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names requests. */
final class RequestIds {
    static final String FIELD = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The id that the caller gave, where it is short and plain, or a new one. */
    static String of(Headers headers) {
        return headers.first(FIELD)
                .filter(given -> SANE.matcher(given).matches())
                .orElseGet(() ->
                        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }
}
