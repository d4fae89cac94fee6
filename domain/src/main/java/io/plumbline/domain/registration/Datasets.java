package io.plumbline.domain.registration;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.SchemaEvolution;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Datasets as callers see them, kept in step with the records they hold. */
public final class Datasets {
    private final Resources<Dataset> resources;
    private final RecordStore store;

    /** Over these datasets and the store of their records. */
    public Datasets(Resources<Dataset> resources, RecordStore store) {
        this.resources = resources;
        this.store = store;
    }

    /**
     * Adds what the function makes of a new header.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where a column has a name that is reserved
     */
    public Dataset add(Caller caller, Optional<Id> project, Function<Header, Dataset> make) {
        return resources.add(caller, project, header -> {
            Dataset made = make.apply(header);
            made.schema().columns().forEach(column -> SchemaEvolution.checkName(column.name()));
            return made;
        });
    }

    /**
     * The dataset with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Dataset find(Caller caller, Id id) {
        return resources.find(caller, id);
    }

    /** All that the caller may read, oldest first. */
    public List<Dataset> list(Caller caller) {
        return resources.list(caller);
    }

    /** All of this model that the caller may read, oldest first. */
    public List<Dataset> list(Caller caller, Id model) {
        return list(caller).stream()
                .filter(dataset -> dataset.model().equals(Optional.of(model)))
                .toList();
    }

    /**
     * Changes the dataset with this id to what the function makes of it. The columns of the result are taken as what is wanted; the version of
     * the schema is counted here.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where records are there that would not fit the columns any more
     */
    public Dataset change(Caller caller, Id id, UnaryOperator<Dataset> change) {
        return resources.change(caller, id, kept -> evolved(kept, change.apply(kept)));
    }

    private Dataset evolved(Dataset kept, Dataset changed) {
        return changed.with(
                store.count(kept.id()) == 0
                        ? SchemaEvolution.replace(
                                kept.schema(), changed.schema().columns())
                        : SchemaEvolution.extend(kept.schema(), changed.schema().columns()));
    }

    /** Whether the dataset holds any record. */
    public boolean holdsRecords(Dataset dataset) {
        return store.count(dataset.id()) > 0;
    }

    /**
     * Forgets an empty dataset.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where it holds records
     */
    public void remove(Caller caller, Id id) {
        Dataset dataset = writable(caller, id);
        if (holdsRecords(dataset)) {
            throw new PlumblineException(
                    new Failure.Conflict("the dataset " + dataset.name() + " holds " + store.count(id) + " records"));
        }
        resources.remove(caller, id);
    }

    /**
     * Forgets a dataset and its records. The records go first: where this breaks off, the dataset is still there, and asking again completes
     * it. No records are left behind that no dataset leads to.
     */
    public void removeWithRecords(Caller caller, Id id) {
        writable(caller, id);
        store.drop(id);
        resources.remove(caller, id);
    }

    private Dataset writable(Caller caller, Id id) {
        Dataset dataset = find(caller, id);
        caller.require(Permission.DATASET_WRITE, dataset.header().project());
        return dataset;
    }
}
