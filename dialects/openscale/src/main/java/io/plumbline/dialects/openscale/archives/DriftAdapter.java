package io.plumbline.dialects.openscale.archives;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.References;
import io.plumbline.dialects.openscale.monitors.MonitorsInView;
import io.plumbline.dialects.openscale.wire.DriftApi;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.http.Call;
import io.plumbline.http.RequestBody;
import io.plumbline.http.StreamingAnswer;
import java.util.Objects;

/** Answers the operations on archives of the drift monitor. */
public final class DriftAdapter implements DriftApi {
    private static final String DEFINITION = "drift";
    private static final String NAME = "user_drift.tar.gz";

    private final MonitorArchives archives;
    private final MonitorsInView monitors;
    private final References references;

    /** Over these archives of these monitors; subscriptions are looked for among the references. */
    public DriftAdapter(MonitorArchives archives, MonitorsInView monitors, References references) {
        this.archives = archives;
        this.monitors = monitors;
        this.references = references;
    }

    @Override
    public void addDriftArchive(
            Call call, String dataMartId, String subscriptionId, AddDriftArchiveQuery query, RequestBody body) {
        Model model = references.subscription(call.caller(), subscriptionId);
        if (!model.store().equals(WireId.parse(dataMartId))) {
            throw PlumblineException.notFound("data mart of the subscription", dataMartId);
        }
        String name = Objects.requireNonNullElse(query.archiveName(), NAME);
        archives.put(call.caller(), model, DEFINITION, name, body.content());
    }

    @Override
    public StreamingAnswer getDriftArchive(Call call, String monitorInstanceId, GetDriftArchiveQuery query) {
        return archive(call, monitorInstanceId);
    }

    @Override
    public StreamingAnswer describeDriftArchive(Call call, String monitorInstanceId, DescribeDriftArchiveQuery query) {
        return archive(call, monitorInstanceId);
    }

    private StreamingAnswer archive(Call call, String monitorInstanceId) {
        Monitor monitor = monitors.find(call.caller(), monitorInstanceId);
        if (!monitor.definition().equals(DEFINITION)) {
            throw PlumblineException.notFound("drift monitor", monitorInstanceId);
        }
        return ArchiveAnswer.of(archives.find(call.caller(), monitor.model(), DEFINITION), archives);
    }
}
