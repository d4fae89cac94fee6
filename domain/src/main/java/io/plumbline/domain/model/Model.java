package io.plumbline.domain.model;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Resource;
import java.util.Optional;

/**
 * A model under watch.
 *
 * @param header id, owner and history
 * @param name for people
 * @param version which version of the model, may be empty
 * @param task what it does
 * @param schema its columns
 * @param store keeps its records; empty for the server's own
 * @param scoring serves it, where that is known
 * @param attributes what a dialect keeps beside
 */
public record Model(
        Header header,
        String name,
        String version,
        Task task,
        Schema schema,
        Optional<Id> store,
        Optional<Id> scoring,
        Document attributes)
        implements Resource<Model> {
    /** What a model does. */
    public enum Task {
        BINARY_CLASSIFICATION,
        MULTICLASS_CLASSIFICATION,
        REGRESSION,
        RANKING,
        GENERATION,
        UNKNOWN
    }

    @Override
    public Model with(Header newHeader) {
        return new Model(newHeader, name, version, task, schema, store, scoring, attributes);
    }
}
