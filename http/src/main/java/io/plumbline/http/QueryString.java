package io.plumbline.http;

import io.plumbline.domain.PlumblineException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values as they stand behind the question mark of an address, and in forms. */
final class QueryString {
    private QueryString() {}

    /** The decoded values by their decoded names. */
    static Map<String, List<String>> parse(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    /** One segment of a path, decoded; a plus sign is a plus sign there. */
    static String decodedSegment(String raw) {
        return raw.indexOf('%') < 0 ? raw : decoded(raw.replace("+", "%2B"));
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw PlumblineException.invalid(
                    "the address has a percent sign without two hex digits: " + Texts.quoted(raw));
        }
    }
}
