package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.BatchBuilder;
import tools.jackson.core.JsonParser;

/** Reads native scoring payloads: what a model was asked and what it answered, side by side. */
final class ScoringReader {
    private final BatchBuilder batch;
    private final Extras extras;
    private final TableReader tables;

    ScoringReader(BatchBuilder batch, Extras extras) {
        this.batch = batch;
        this.extras = extras;
        this.tables = new TableReader(batch);
    }

    /** Whether what is told of a payload as a whole, such as the response time, may become a column of this name. */
    interface Extras {
        boolean take(String column);
    }

    /** Reads the object at whose start the parser stands, up to its end. */
    void read(JsonParser json) {
        ScoringPayload payload = new ScoringPayload(batch, tables);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            payload.member(name, json);
        }
        payload.end(extras);
    }
}
