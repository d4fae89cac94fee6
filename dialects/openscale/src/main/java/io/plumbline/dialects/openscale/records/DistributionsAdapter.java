package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Progress;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.records.DistributionTask.Input;
import io.plumbline.dialects.openscale.records.DistributionTask.Output;
import io.plumbline.dialects.openscale.wire.Distribution;
import io.plumbline.dialects.openscale.wire.DistributionEntity;
import io.plumbline.dialects.openscale.wire.DistributionRequest;
import io.plumbline.dialects.openscale.wire.DistributionsApi;
import io.plumbline.dialects.openscale.wire.Metadata;
import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.Task.State;
import io.plumbline.domain.task.Tasks;
import io.plumbline.http.Call;

/** Distributions: each is a task, which computes it in the background and keeps what came out. */
public final class DistributionsAdapter implements DistributionsApi {
    private final DataSetsInView datasets;
    private final RecordStore store;
    private final Tasks tasks;

    /** Over these use cases. */
    public DistributionsAdapter(Datasets datasets, RecordStore store, Tasks tasks) {
        this.datasets = new DataSetsInView(datasets);
        this.store = store;
        this.tasks = tasks;
    }

    @Override
    public Distribution addDistribution(
            Call call, String dataSetId, AddDistributionQuery query, DistributionRequest body) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_READ);
        // What makes no sense is refused now, not in the background.
        DistributionQueries.of(body, dataset, datasets.filters(call.caller(), dataset));
        Document input = new Input(body, store.count(dataset.id())).document();
        boolean anew = Boolean.TRUE.equals(query.nocache());
        return wire(anew ? submitted(call, dataset, input) : equal(call, dataset, input));
    }

    private Task equal(Call call, Dataset dataset, Document input) {
        return tasks.about(call.organization(), DistributionTask.KIND, dataset.id()).stream()
                .filter(task -> task.input().equals(input))
                .filter(task -> task.state() != State.FAILED && task.state() != State.CANCELLED)
                .findFirst()
                .orElseGet(() -> submitted(call, dataset, input));
    }

    private Task submitted(Call call, Dataset dataset, Document input) {
        return tasks.submit(call.caller(), dataset.header().project(), DistributionTask.KIND, dataset.id(), input);
    }

    @Override
    public Distribution getDistribution(
            Call call, String dataSetId, String dataDistributionId, GetDistributionQuery query) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_READ);
        Id id = WireId.read("distribution", dataDistributionId);
        return tasks.find(call.organization(), id)
                .filter(task -> task.kind().equals(DistributionTask.KIND))
                .filter(task -> task.subject().equals(dataset.id()))
                .map(DistributionsAdapter::wire)
                .orElseThrow(() -> PlumblineException.notFound("distribution", dataDistributionId));
    }

    @Override
    public void deleteDistributions(Call call, String dataSetId, DeleteDistributionsQuery query) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_WRITE);
        tasks.about(call.organization(), DistributionTask.KIND, dataset.id()).stream()
                .filter(task -> !task.state().isOver())
                .forEach(task -> tasks.cancel(call.organization(), task.id()));
        tasks.forget(call.organization(), DistributionTask.KIND, dataset.id());
    }

    private static Distribution wire(Task task) {
        DistributionRequest request = Input.of(task).request();
        DistributionEntity.Builder entity = DistributionEntity.builder()
                .start(request.start())
                .end(request.end())
                .dataset(request.dataset())
                .limit(request.limit())
                .group(request.group())
                .filter(request.filter())
                .agg(request.agg())
                .maxBins(request.maxBins())
                .status(Progress.of(task).status().build());
        task.result()
                .map(Output::of)
                .ifPresent(output -> entity.processedRecords(output.processed())
                        .limitedData(output.limited())
                        .distribution(output.distribution()));
        return Distribution.builder()
                .metadata(metadata(task))
                .entity(entity.build())
                .build();
    }

    private static Metadata metadata(Task task) {
        String id = WireId.of(task.id());
        return Metadata.builder()
                .id(id)
                .crn(Envelope.resourceName(task.organization(), "distribution", id))
                .url("/v2/data_sets/" + WireId.of(task.subject()) + "/distributions/" + id)
                .createdAt(task.createdAt())
                .createdBy(task.createdBy())
                .build();
    }
}
