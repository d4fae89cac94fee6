package io.plumbline.http.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import io.plumbline.http.Answer;
import io.plumbline.http.Incoming;
import io.plumbline.http.MediaType;
import io.plumbline.http.Reply;
import io.plumbline.http.StreamingAnswer;
import io.plumbline.http.Wire;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Writes answers, deflated where that pays and the caller takes it. */
final class ReplyWriter {
    /** Below this many bytes a deflated body is hardly smaller. */
    private static final int WORTH_DEFLATING = 1024;

    private final Incoming incoming;
    private final ServerResponse response;
    private boolean started;

    ReplyWriter(Incoming incoming, ServerResponse response) {
        this.incoming = incoming;
        this.response = response;
    }

    /** Writes the whole answer. Before anything is sent, a body that cannot be written as JSON throws. */
    void write(Reply reply, Wire wire) throws IOException {
        switch (reply) {
            case Answer<?> answer -> writeWhole(answer, wire);
            case StreamingAnswer streaming -> writeStream(streaming);
        }
    }

    private void writeWhole(Answer<?> answer, Wire wire) {
        byte[] body = answer.body() == null ? new byte[0] : wire.mapper().writeValueAsBytes(answer.body());
        head(answer);
        if (answer.body() != null && !answer.headers().containsKey("Content-Type")) {
            response.header(HeaderNames.CONTENT_TYPE, "application/json");
        }
        if (headersAlone()) {
            announceLength(body.length);
            response.send();
        } else if (body.length >= WORTH_DEFLATING && gzipTaken()) {
            announceGzip();
            response.send(deflated(body));
        } else {
            response.send(body);
        }
    }

    private void writeStream(StreamingAnswer answer) throws IOException {
        boolean gzip = deflatable(answer) && gzipTaken();
        if (headersAlone()) {
            streamHead(answer);
            answer.length().ifPresent(this::announceLength);
            response.send();
            return;
        }
        HeldStream held = new HeldStream(() -> opened(answer, gzip));
        try (OutputStream out = gzip ? new GZIPOutputStream(held) : held) {
            answer.content().writeTo(new Unclosed(out));
            held.complete();
        }
    }

    private OutputStream opened(StreamingAnswer answer, boolean gzip) {
        streamHead(answer);
        if (gzip) {
            announceGzip();
        } else {
            answer.length().ifPresent(this::announceLength);
        }
        return response.outputStream();
    }

    private void streamHead(StreamingAnswer answer) {
        head(answer);
        response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
    }

    private void announceLength(long bytes) {
        response.header(HeaderNames.CONTENT_LENGTH, Long.toString(bytes));
    }

    /** Whether the answer is on its way, so that no other can take its place. */
    boolean started() {
        return started;
    }

    private void head(Reply reply) {
        started = true;
        response.status(Status.create(reply.status()));
        reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    }

    private void announceGzip() {
        response.header(HeaderNames.CONTENT_ENCODING, "gzip");
        response.header(HeaderNames.VARY, "Accept-Encoding");
    }

    private boolean headersAlone() {
        return incoming.method().equals("HEAD");
    }

    private boolean gzipTaken() {
        return incoming.headers().all("Accept-Encoding").stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .map(MediaType::of)
                .anyMatch(coding -> coding.name().equals("gzip") && !refused(coding));
    }

    private static boolean refused(MediaType coding) {
        return coding.parameter("q")
                .filter(quality -> quality.matches("0(\\.0*)?"))
                .isPresent();
    }

    private static boolean deflatable(StreamingAnswer answer) {
        MediaType type = MediaType.of(answer.contentType());
        boolean text =
                type.isJson() || type.name().startsWith("text/") || type.name().endsWith("javascript");
        return text && !answer.headers().containsKey("Content-Encoding");
    }

    private static byte[] deflated(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Who writes a body may close it; whether the answer ends with that is decided here. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
