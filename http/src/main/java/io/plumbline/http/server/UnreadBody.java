package io.plumbline.http.server;

import io.plumbline.http.Answer;
import io.plumbline.http.HttpFailure;
import io.plumbline.http.HttpFailureException;
import io.plumbline.http.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * What is left of a body that an error answer overtook. A caller that is still sending does not read the answer of a connection that is
 * reset, so a good part of the rest is read and thrown away; then the connection is closed.
 */
enum UnreadBody {
    /** Little enough for the web server to read to its end; the connection stays. */
    SMALL,
    /** More, or nobody knows how much. */
    LARGE,
    /** It came so slowly that nobody waits for the rest. */
    SLOW;

    private static final int SMALL_BYTES = 1 << 16;
    private static final int DRAINED_BYTES = 64 << 20;
    private static final Duration DRAINED_TIME = Duration.ofSeconds(5);

    static UnreadBody of(Incoming incoming, Throwable thrown) {
        if (thrown instanceof HttpFailureException http && http.failure() instanceof HttpFailure.TimedOut) {
            return SLOW;
        }
        return incoming.length().orElse(Long.MAX_VALUE) <= SMALL_BYTES ? SMALL : LARGE;
    }

    /** The answer, which tells that the connection is closed where it is. */
    Answer<Object> announced(Answer<Object> answer) {
        return this == SMALL ? answer : answer.withHeader("Connection", "close");
    }

    /** Reads the rest within bounds. */
    void drain(Incoming incoming) {
        if (this != LARGE) {
            return;
        }
        long end = System.nanoTime() + DRAINED_TIME.toNanos();
        byte[] buffer = new byte[SMALL_BYTES];
        try {
            InputStream content = incoming.content();
            int left = DRAINED_BYTES;
            int count = 0;
            while (left > 0 && count >= 0 && System.nanoTime() - end < 0) {
                count = content.read(buffer);
                left -= count;
            }
        } catch (IOException | UncheckedIOException gone) {
            // the caller has gone, and the answer with it: there is nobody left to tell
            return;
        }
    }
}
