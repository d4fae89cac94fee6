package io.plumbline.http;

import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** One call on its way: its parameters and its body, read as the contract says. */
public final class Exchange {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Call call;
    private final Wire wire;
    private final Incoming incoming;
    private final Map<String, List<String>> query;

    /** A call in this dialect. */
    public Exchange(Call call, Wire wire, Incoming incoming) {
        this.call = call;
        this.wire = wire;
        this.incoming = incoming;
        this.query = QueryString.parse(incoming.rawQuery());
    }

    /** Who calls, and the rest. */
    public Call call() {
        return call;
    }

    /** The parameter of the path that has this name. */
    public Parameter path(String name) {
        String value = call.pathParameters().get(name);
        return Parameter.of(name, value == null ? List.of() : List.of(value)).required();
    }

    /** The parameter of the query that has this name; empty where it was not given or was given as nothing. */
    public Parameter query(String name) {
        List<String> given = query.getOrDefault(name, List.of());
        return Parameter.of(
                name, given.stream().filter(value -> !value.isEmpty()).toList());
    }

    /** The body, read from JSON. */
    public <T> T json(TypeReference<T> type) {
        accept(List.of(JSON));
        try (InputStream content = content(wire.limits().jsonBytes())) {
            return JsonBody.read(wire.mapper(), content, type);
        } catch (IOException unreadable) {
            throw PlumblineException.invalid("the body could not be read to its end");
        }
    }

    /** The body, read from JSON, or null where there is none. */
    public <T> @Nullable T optionalJson(TypeReference<T> type) {
        return hasBody() ? json(type) : null;
    }

    /** The fields of a form. */
    public Form form() throws IOException {
        accept(List.of(FORM));
        try (InputStream content = content(wire.limits().jsonBytes())) {
            return new Form(QueryString.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** The body, to be read while it comes in, where it is of one of these types; of any where none is named. */
    public RequestBody stream(String... contentTypes) {
        MediaType type = accept(Arrays.asList(contentTypes));
        return new RequestBody(type, length(), content(wire.limits().streamBytes()));
    }

    private MediaType accept(List<String> contentTypes) {
        String given = incoming.headers()
                .first("Content-Type")
                .orElse(contentTypes.isEmpty() ? "*/*" : contentTypes.getFirst());
        MediaType type = MediaType.of(given);
        boolean taken = contentTypes.isEmpty()
                || contentTypes.stream()
                        .map(MediaType::of)
                        .anyMatch(one -> one.covers(type) || (one.isJson() && type.isJson()));
        if (!taken) {
            throw new HttpFailureException(new HttpFailure.UnsupportedContentType(given, contentTypes));
        }
        return type;
    }

    private InputStream content(long bytes) {
        return BodyStreams.open(incoming, new BodyLimit(bytes, wire.limits().bodyTime()));
    }

    private boolean hasBody() {
        return length().orElse(1) > 0;
    }

    private OptionalLong length() {
        return incoming.length();
    }
}
