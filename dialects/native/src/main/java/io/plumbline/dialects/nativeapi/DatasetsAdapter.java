package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Column;
import io.plumbline.dialects.nativeapi.wire.Dataset;
import io.plumbline.dialects.nativeapi.wire.DatasetKind;
import io.plumbline.dialects.nativeapi.wire.DatasetPage;
import io.plumbline.dialects.nativeapi.wire.DatasetsApi;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.http.Call;
import java.util.stream.Stream;

/** Datasets, to be found and looked at. */
public final class DatasetsAdapter implements DatasetsApi {
    private final Datasets datasets;

    /** Over these datasets. */
    public DatasetsAdapter(Datasets datasets) {
        this.datasets = datasets;
    }

    @Override
    public DatasetPage listDatasets(Call call, ListDatasetsQuery query) {
        Stream<io.plumbline.domain.model.Dataset> all = datasets.list(call.caller()).stream()
                .filter(dataset -> query.name() == null || dataset.name().equals(query.name()));
        Page<io.plumbline.domain.model.Dataset> page = Page.byId(all, query.limit(), query.cursor());
        return DatasetPage.builder()
                .datasets(page.items().stream().map(DatasetsAdapter::wire).toList())
                .nextCursor(page.next())
                .build();
    }

    @Override
    public Dataset getDataset(Call call, String datasetId) {
        return wire(datasets.find(call.caller(), WireId.of("dataset", datasetId)));
    }

    private static Dataset wire(io.plumbline.domain.model.Dataset dataset) {
        Dataset.Builder wire = Dataset.builder()
                .id(dataset.id().toString())
                .name(dataset.name())
                .description(dataset.description())
                .kind(DatasetKind.valueOf(dataset.kind().name()))
                .createdAt(dataset.header().stamp().createdAt())
                .grows(dataset.growth() == Growth.GROWING)
                .columns(dataset.schema().columns().stream()
                        .map(DatasetsAdapter::wire)
                        .toList());
        dataset.model().map(Id::toString).ifPresent(wire::modelId);
        dataset.header().project().map(Id::toString).ifPresent(wire::projectId);
        return wire.build();
    }

    private static Column wire(io.plumbline.domain.model.Column column) {
        return Column.builder()
                .name(column.name())
                .type(column.type().label())
                .role(column.role().label())
                .build();
    }
}
