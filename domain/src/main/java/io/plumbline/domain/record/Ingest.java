package io.plumbline.domain.record;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import java.util.Map;

/** Takes batches in: checks the grant, lets the schema grow, and hands over to the store. */
public final class Ingest {
    private static final int ATTEMPTS = 10;

    private final Repository<Dataset> datasets;
    private final Repository<Model> models;
    private final RecordStore store;

    /** Over these datasets, the models they belong to, and this store. */
    public Ingest(Repository<Dataset> datasets, Repository<Model> models, RecordStore store) {
        this.datasets = datasets;
        this.models = models;
        this.store = store;
    }

    /**
     * Keeps a batch, whole or not at all, once for its id.
     *
     * @throws PlumblineException of {@link Failure.Forbidden}; of {@link Failure.Invalid} where a value or a column does not fit the schema; of
     *     {@link Failure.Busy} or {@link Failure.StorageFull}
     */
    public BatchReceipt append(Caller caller, Dataset dataset, String batchId, RecordBatch batch) {
        caller.require(Permission.RECORD_WRITE, dataset.header().project());
        Dataset grown = grow(caller, dataset, SchemaEvolution.types(batch));
        return store.append(dataset.id(), batchId, SchemaEvolution.conform(batch, grown.schema()));
    }

    /**
     * Keeps the rows of a file, whole or not at all, once for the batch's id.
     *
     * @throws PlumblineException of {@link Failure.Forbidden}; of {@link Failure.Invalid} where the file cannot be understood, or a value or a
     *     column does not fit the schema; of {@link Failure.StorageFull}
     */
    public BatchReceipt appendFile(Caller caller, Dataset dataset, String batchId, IncomingFile file) {
        caller.require(Permission.RECORD_WRITE, dataset.header().project());
        return store.appendFile(dataset, batchId, file, columns -> grow(caller, dataset, columns));
    }

    private Dataset grow(Caller caller, Dataset dataset, Map<String, ValueType> columns) {
        Dataset current = dataset;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Schema schema = grown(caller, current, columns);
            if (schema.equals(current.schema())) {
                return current;
            }
            Dataset grown = current.with(schema);
            grown = grown.with(current.header().next(current.header().stamp()));
            try {
                datasets.replace(grown);
                return grown;
            } catch (PlumblineException e) {
                if (!(e.failure() instanceof Failure.Stale)) {
                    throw e;
                }
                current = datasets.find(caller.organization(), dataset.id())
                        .orElseThrow(() -> PlumblineException.notFound("dataset", dataset.id()));
            }
        }
        throw new PlumblineException(new Failure.Stale("dataset", dataset.id().toString()));
    }

    private Schema grown(Caller caller, Dataset dataset, Map<String, ValueType> columns) {
        Schema grown = SchemaEvolution.grow(dataset.schema(), dataset.growth(), columns, Schema.EMPTY);
        // The model is looked up only where the dataset grows, which is rare.
        return grown.equals(dataset.schema())
                ? grown
                : SchemaEvolution.grow(dataset.schema(), dataset.growth(), columns, model(caller, dataset));
    }

    private Schema model(Caller caller, Dataset dataset) {
        return dataset.model()
                .flatMap(id -> models.find(caller.organization(), id))
                .map(Model::schema)
                .orElse(Schema.EMPTY);
    }
}
