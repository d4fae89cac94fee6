package io.plumbline.http.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a line of every request. */
@FunctionalInterface
public interface AccessLog {
    /** Keeps nothing. */
    AccessLog NONE = entry -> {};

    /** Keeps this request. */
    void write(AccessEntry entry);

    /** Writes a line of JSON for each request; whole lines, whoever writes at the same time. */
    static AccessLog to(OutputStream out) {
        ObjectWriter writer = JsonMapper.builder().build().writerFor(AccessEntry.class);
        ReentrantLock lock = new ReentrantLock();
        return entry -> {
            byte[] json = writer.writeValueAsBytes(entry);
            byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            lock.lock();
            try {
                out.write(line);
                out.flush();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            } finally {
                lock.unlock();
            }
        };
    }
}
