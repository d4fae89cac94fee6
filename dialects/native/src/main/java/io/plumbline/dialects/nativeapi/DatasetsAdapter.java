package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Column;
import io.plumbline.dialects.nativeapi.wire.Dataset;
import io.plumbline.dialects.nativeapi.wire.DatasetKind;
import io.plumbline.dialects.nativeapi.wire.DatasetPage;
import io.plumbline.dialects.nativeapi.wire.DatasetsApi;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Optional;

/** Datasets, to be found and looked at. */
public final class DatasetsAdapter implements DatasetsApi {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Datasets datasets;

    /** Over these datasets. */
    public DatasetsAdapter(Datasets datasets) {
        this.datasets = datasets;
    }

    @Override
    public DatasetPage listDatasets(Call call, ListDatasetsQuery query) {
        int limit = limit(query);
        Optional<Id> after = Optional.ofNullable(query.cursor()).map(DatasetsAdapter::cursor);
        List<io.plumbline.domain.model.Dataset> rest = datasets.list(call.caller()).stream()
                .filter(dataset -> query.name() == null || dataset.name().equals(query.name()))
                .filter(dataset -> after.isEmpty() || dataset.id().compareTo(after.get()) > 0)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .limit(limit + 1L)
                .toList();
        DatasetPage.Builder page = DatasetPage.builder()
                .datasets(rest.stream().limit(limit).map(DatasetsAdapter::wire).toList());
        if (rest.size() > limit) {
            page.nextCursor(rest.get(limit - 1).id().toString());
        }
        return page.build();
    }

    private static int limit(ListDatasetsQuery query) {
        int limit = query.limit() == null ? USUAL_PAGE : query.limit();
        if (limit < 1) {
            throw PlumblineException.invalid("limit", "limit is at least 1, not " + limit);
        }
        return Math.min(limit, LARGEST_PAGE);
    }

    private static Id cursor(String text) {
        return Id.parse(text)
                .orElseThrow(() -> PlumblineException.invalid("cursor", "cursor is none that a page ended with"));
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
