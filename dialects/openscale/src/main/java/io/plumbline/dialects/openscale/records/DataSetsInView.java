package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.registration.Datasets;
import java.util.List;

/** The data sets whose records a caller may read or write. */
final class DataSetsInView {
    private final Datasets datasets;

    DataSetsInView(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * The data set of this id.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound}, or of {@link io.plumbline.domain.Failure.Forbidden} where
     *     its records are not for the caller
     */
    Dataset find(Caller caller, String id, Permission permission) {
        return find(caller, WireId.read("data set", id), permission);
    }

    /** All whose records the caller may read, oldest first. */
    List<Dataset> readable(Caller caller) {
        return datasets.list(caller).stream()
                .filter(dataset ->
                        caller.may(Permission.RECORD_READ, dataset.header().project()))
                .toList();
    }

    /** Filters for a data set, which may join any other whose records the caller may read. */
    RecordFilters filters(Caller caller, Dataset dataset) {
        return new RecordFilters(Roles.fields(dataset.schema()), other -> fields(caller, other));
    }

    private RecordFields fields(Caller caller, Id other) {
        return Roles.fields(find(caller, other, Permission.RECORD_READ).schema());
    }

    private Dataset find(Caller caller, Id id, Permission permission) {
        Dataset dataset = datasets.find(caller, id);
        caller.require(permission, dataset.header().project());
        return dataset;
    }
}
