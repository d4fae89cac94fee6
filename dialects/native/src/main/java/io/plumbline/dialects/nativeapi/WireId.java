package io.plumbline.dialects.nativeapi;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as callers give them: 24 hex digits, or the UUID that other dialects show. */
final class WireId {
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private WireId() {}

    /**
     * The id.
     *
     * @param what the kind of thing
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where nothing can have such an id
     */
    static Id of(String what, String text) {
        return Id.parse(text).or(() -> ofUuid(text)).orElseThrow(() -> PlumblineException.notFound(what, text));
    }

    private static Optional<Id> ofUuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Id.of(UUID.fromString(text)) : Optional.empty();
    }
}
