package io.plumbline.http.server;

import io.plumbline.http.Headers;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the caller reached this server. */
final class BaseUrl {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,255}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private BaseUrl() {}

    /** From the field Host, and from X-Forwarded-Proto where a proxy ends TLS before us; a host that is none becomes {@code localhost}. */
    static URI of(Headers headers) {
        String host = headers.first("Host")
                .filter(value -> HOST.matcher(value).matches())
                .orElse("localhost");
        String scheme = headers.first("X-Forwarded-Proto")
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter("https"::equals)
                .orElse("http");
        return URI.create(scheme + "://" + host);
    }
}
