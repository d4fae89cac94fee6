package io.plumbline.dialects.openscale.archives;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.References;
import io.plumbline.dialects.openscale.wire.DriftV2Api;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.domain.model.Model;
import io.plumbline.http.Call;
import io.plumbline.http.RequestBody;
import io.plumbline.http.StreamingAnswer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers the operations on archives of the drift v2 monitor. */
public final class DriftV2Adapter implements DriftV2Api {
    private static final String DEFINITION = "drift_v2";
    private static final String NAME = "drift_v2.tar.gz";
    /** Stands for the archive that is kept. */
    private static final String BASELINE = "baseline";

    private final MonitorArchives archives;
    private final References references;

    /** Over these archives; subscriptions are looked for among the references. */
    public DriftV2Adapter(MonitorArchives archives, References references) {
        this.archives = archives;
        this.references = references;
    }

    @Override
    public void putDriftV2Archive(Call call, PutDriftV2ArchiveQuery query, RequestBody body) {
        Model model = references.subscription(call.caller(), query.subscriptionId());
        String name = Objects.requireNonNullElse(query.archiveName(), NAME);
        archives.put(call.caller(), model, DEFINITION, name, body.content());
    }

    @Override
    public StreamingAnswer getDriftV2Archive(Call call, GetDriftV2ArchiveQuery query) {
        return archive(call, query.subscriptionId(), query.archiveId());
    }

    @Override
    public StreamingAnswer describeDriftV2Archive(Call call, DescribeDriftV2ArchiveQuery query) {
        return archive(call, query.subscriptionId(), query.archiveId());
    }

    private StreamingAnswer archive(Call call, String subscriptionId, @Nullable String archiveId) {
        Model model = references.subscription(call.caller(), subscriptionId);
        MonitorArchive archive = archives.find(call.caller(), model.id(), DEFINITION);
        if (archiveId != null && !archiveId.equals(BASELINE) && !archiveId.equals(WireId.of(archive.id()))) {
            throw PlumblineException.notFound("archive", archiveId);
        }
        return ArchiveAnswer.of(archive, archives);
    }
}
