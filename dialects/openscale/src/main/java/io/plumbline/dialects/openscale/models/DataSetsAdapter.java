package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Lookup;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.DataSet;
import io.plumbline.dialects.openscale.wire.DataSetEntity;
import io.plumbline.dialects.openscale.wire.DataSetList;
import io.plumbline.dialects.openscale.wire.DataSetRequest;
import io.plumbline.dialects.openscale.wire.DataSetSummary;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.DataSetsApi;
import io.plumbline.dialects.openscale.wire.FeedbackDataReference;
import io.plumbline.dialects.openscale.wire.FeedbackTableRequest;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the operations on data sets. */
public final class DataSetsAdapter implements DataSetsApi {
    private final Datasets datasets;
    private final References references;
    private final NewDataSets newDataSets;

    /** Over these datasets; what their fields name is looked for among the references. */
    public DataSetsAdapter(Datasets datasets, References references) {
        this.datasets = datasets;
        this.references = references;
        this.newDataSets = new NewDataSets(datasets, references);
    }

    /** What a data set is, beside its records. */
    public static DataSetSummary summary(Dataset dataset) {
        DataSetEntity entity = DataSets.wire(dataset).entity();
        return DataSetSummary.builder()
                .dataMartId(entity.dataMartId())
                .type(entity.type())
                .target(entity.target())
                .dataSchema(entity.dataSchema())
                .build();
    }

    @Override
    public DataSet addDataSet(Call call, AddDataSetQuery query, DataSetRequest body) {
        Optional<Id> project = references.project(call.caller(), Place.of(query.projectId(), query.spaceId()));
        return DataSets.wire(newDataSets.add(call.caller(), project, body));
    }

    @Override
    public DataSet getDataSet(Call call, String dataSetId, GetDataSetQuery query) {
        return DataSets.wire(found(call.caller(), dataSetId));
    }

    @Override
    public DataSetList listDataSets(Call call, ListDataSetsQuery query) {
        Place place = Place.of(query.projectId(), query.spaceId());
        Predicate<DataSetFacts> wanted = wanted(query);
        List<DataSet> found = datasets.list(call.caller()).stream()
                .filter(dataset -> place.has(dataset.header()))
                .filter(dataset ->
                        isOrLeftOut(query.type(), type -> dataset.type().equals(type.wireName())))
                .filter(dataset -> DataSetFacts.of(dataset).filter(wanted).isPresent())
                .map(DataSets::wire)
                .toList();
        return DataSetList.builder().dataSets(found).build();
    }

    private static Predicate<DataSetFacts> wanted(ListDataSetsQuery query) {
        return facts -> isOrLeftOut(
                        query.targetTargetId(), id -> id.equals(facts.target().targetId()))
                && isOrLeftOut(
                        query.targetTargetType(), type -> type == facts.target().targetType())
                && isOrLeftOut(query.managedBy(), service -> Objects.equals(service, facts.managedBy()));
    }

    private static <T> boolean isOrLeftOut(@Nullable T wanted, Predicate<T> holds) {
        return wanted == null || holds.test(wanted);
    }

    @Override
    public DataSet patchDataSet(Call call, String dataSetId, PatchDataSetQuery query, List<JsonPatchOperation> body) {
        Id id = found(call.caller(), dataSetId).id();
        Dataset changed = datasets.change(
                call.caller(),
                id,
                kept -> DataSets.changed(
                        kept,
                        Documents.value(Documents.patchedEntity(DataSets.entity(kept), body), DataSetRequest.class)));
        return DataSets.wire(changed);
    }

    @Override
    public void deleteDataSet(Call call, String dataSetId, DeleteDataSetQuery query) {
        Id id = found(call.caller(), dataSetId).id();
        if (Boolean.TRUE.equals(query.force())) {
            datasets.removeWithRecords(call.caller(), id);
        } else {
            datasets.remove(call.caller(), id);
        }
    }

    @Override
    public void addFeedbackTable(Call call, AddFeedbackTableQuery query, FeedbackTableRequest body) {
        Caller caller = call.caller();
        FeedbackDataReference reference = body.feedbackDataReference();
        newDataSets.add(
                caller,
                references.project(caller, Place.of(query.projectId(), query.spaceId())),
                DataSetRequest.builder()
                        .dataMartId(onlyDataMart(caller))
                        .name(tableName(reference))
                        .type(DataSetType.FEEDBACK)
                        .target(Target.builder().targetType(TargetType.INSTANCE).build())
                        .dataSchema(body.feedbackDataSchema())
                        .location(reference.location())
                        .build());
    }

    /** The request names no data mart, so it is taken for the first one. */
    private String onlyDataMart(Caller caller) {
        return references.dataMarts(caller).stream()
                .findFirst()
                .map(mart -> WireId.of(mart.id()))
                .orElseThrow(() -> PlumblineException.invalid("there is no data mart yet that the table could lie in"));
    }

    private static String tableName(FeedbackDataReference reference) {
        return Stream.of(Optional.ofNullable(reference.location().tableName()), Optional.ofNullable(reference.name()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> PlumblineException.invalid(
                        "feedback_data_reference.location.table_name",
                        "the field feedback_data_reference.location.table_name is missing"));
    }

    private Dataset found(Caller caller, String dataSetId) {
        return Lookup.found(dataSetId, id -> datasets.find(caller, id))
                .filter(dataset -> DataSetFacts.of(dataset).isPresent())
                .orElseThrow(() -> PlumblineException.notFound("data set", dataSetId));
    }
}
