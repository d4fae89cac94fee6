package io.plumbline.http.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.plumbline.http.Headers;
import io.plumbline.http.Incoming;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request as Helidon has it. */
final class HelidonIncoming implements Incoming {
    private final ServerRequest request;
    private @Nullable InputStream content;

    HelidonIncoming(ServerRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.prologue().method().text();
    }

    @Override
    public String rawPath() {
        return request.prologue().uriPath().rawPath();
    }

    @Override
    public String rawQuery() {
        return request.query().rawValue();
    }

    @Override
    public Headers headers() {
        return name -> values(HeaderNames.create(name));
    }

    @Override
    public OptionalLong length() {
        return request.content().hasEntity() ? request.headers().contentLength() : OptionalLong.of(0);
    }

    @Override
    public InputStream content() {
        InputStream stream = content;
        if (stream == null) {
            stream = request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
            content = stream;
        }
        return stream;
    }

    private List<String> values(HeaderName name) {
        return request.headers().all(name, List::of);
    }
}
