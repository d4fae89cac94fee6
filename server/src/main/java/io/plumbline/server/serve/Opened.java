package io.plumbline.server.serve;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What was opened, to be closed in reverse. */
final class Opened implements Closeable {
    private final Deque<Closeable> things = new ArrayDeque<>();

    /** Remembers a thing, or how it is closed. */
    void keep(Closeable thing) {
        things.push(thing);
    }

    /**
     * Closes everything, also what comes after something that cannot be closed.
     *
     * @throws IOException the first failure, with the others suppressed in it
     */
    @Override
    public void close() throws IOException {
        Optional<IOException> failed = Optional.empty();
        while (!things.isEmpty()) {
            Optional<IOException> failure = close(things.pop());
            failed.ifPresent(first -> failure.ifPresent(first::addSuppressed));
            failed = failed.or(() -> failure);
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    private static Optional<IOException> close(Closeable thing) {
        try {
            thing.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        } catch (RuntimeException e) {
            return Optional.of(new IOException("a part of the server could not be closed", e));
        }
    }
}
