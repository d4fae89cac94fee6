package io.plumbline.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The batches of one connection: the same random values in each, under ids of their own. */
final class Batches {
    /** Rows of a batch. */
    static final int ROWS = 1_000;

    private final BatchForm form;
    private final int connection;
    private final List<String> rests;
    private final StringBuilder text = new StringBuilder();
    private int made;

    Batches(BatchForm form, int connection) {
        this.form = form;
        this.connection = connection;
        Random chance = new Random(connection);
        rests = IntStream.range(0, ROWS)
                .mapToObj(row -> form.rest(Features.row(chance)))
                .toList();
    }

    /** The next one as JSON. */
    byte[] next() {
        text.setLength(0);
        text.append(form.head());
        for (int row = 0; row < ROWS; row++) {
            text.append(row == 0 ? "" : ",").append(form.beginning());
            text.append('"').append(form.name()).append('-').append(connection).append('-');
            text.append((long) made * ROWS + row).append('"').append(rests.get(row));
        }
        made++;
        return text.append(form.foot()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
