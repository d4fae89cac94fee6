package io.plumbline.domain.model;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Resource;
import java.time.Duration;
import java.util.Optional;

/**
 * Records of one kind, mostly of one model.
 *
 * @param header id, owner and history
 * @param model whose records they are, where they are a model's
 * @param kind what they are for
 * @param type the dialect's word for the kind, where it tells more kinds apart
 * @param name for people
 * @param description free text, may be empty
 * @param schema its columns
 * @param growth what happens to a column that the schema does not have
 * @param retention how long records are kept after their event time; empty for ever
 * @param attributes what a dialect keeps beside
 */
public record Dataset(
        Header header,
        Optional<Id> model,
        Kind kind,
        String type,
        String name,
        String description,
        Schema schema,
        Growth growth,
        Optional<Duration> retention,
        Document attributes)
        implements Resource<Dataset> {
    /** What records are for. */
    public enum Kind {
        BASELINE,
        PRODUCTION,
        LABELS,
        OTHER
    }

    /** What happens to a column that the schema does not have. */
    public enum Growth {
        /** The batch is refused. */
        FIXED,
        /** The schema takes it up. */
        GROWING
    }

    @Override
    public Dataset with(Header newHeader) {
        return new Dataset(newHeader, model, kind, type, name, description, schema, growth, retention, attributes);
    }

    /** The same with another schema. */
    public Dataset with(Schema newSchema) {
        return new Dataset(header, model, kind, type, name, description, newSchema, growth, retention, attributes);
    }
}
