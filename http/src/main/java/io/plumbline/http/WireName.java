package io.plumbline.http;

import io.plumbline.domain.PlumblineException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A constant that has a name of its own on the wire. */
public interface WireName {
    /** The name on the wire. */
    String wireName();

    /**
     * The constant of this name among these. Upper and lower case, hyphen, space and underscore are the same.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}, naming what there is, where none has the name
     */
    static <E extends Enum<E> & WireName> E among(E[] values, String wireName) {
        String wanted = plain(wireName);
        return Arrays.stream(values)
                .filter(value -> plain(value.wireName()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> PlumblineException.invalid(Texts.quoted(wireName) + " is none of " + names(values)));
    }

    private static String plain(String wireName) {
        return wireName.strip().replace('-', '_').replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    private static String names(WireName[] values) {
        return Arrays.stream(values).map(WireName::wireName).collect(Collectors.joining(", "));
    }
}
