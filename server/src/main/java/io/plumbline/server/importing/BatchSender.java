package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.command.DataSource.JsonRows;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/** Gathers rows to batches and sends those that the server does not have. */
final class BatchSender {
    /** Part of a batch's name: with another one, other rows would go by the same name. */
    private static final int BATCH_ROWS = 5_000;

    private final RecordsEndpoint endpoint;
    private final JsonRows rows;
    private final String digest;
    private final Progress progress;
    private final String head;
    private final StringBuilder body = new StringBuilder();
    private int gathered;
    private long batches;
    private long done;
    private long known;
    private boolean resuming = true;

    BatchSender(RecordsEndpoint endpoint, JsonRows rows, String digest, Progress progress) {
        this.endpoint = endpoint;
        this.rows = rows;
        this.digest = digest;
        this.progress = progress;
        head = rows.columns().stream()
                .map(name ->
                        '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(name)) + '"')
                .collect(Collectors.joining(",", "{\"fields\":[", "],\"values\":["));
    }

    /** Takes a row, the text of a JSON array. */
    void add(String row) {
        body.append(gathered == 0 ? head : ",").append(row);
        gathered++;
        if (gathered == BATCH_ROWS) {
            send();
        }
    }

    /** Sends what is left. */
    Sent finish() {
        if (gathered > 0) {
            send();
        }
        return new Sent(done, known);
    }

    /** Batches are sent in order, so that only the first ones of an import can be there already. */
    private void send() {
        String id = digest + "-" + BATCH_ROWS + "-" + batches;
        resuming = resuming && endpoint.has(id);
        if (resuming) {
            known += gathered;
        } else {
            endpoint.send(id, body.append("]}").toString());
        }
        batches++;
        done += gathered;
        progress.report("rows", done, rows.rows());
        body.setLength(0);
        gathered = 0;
    }
}
