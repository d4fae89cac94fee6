package io.plumbline.server.serve;

import io.plumbline.dialects.nativeapi.BaselinesAdapter;
import io.plumbline.dialects.nativeapi.ChecksAdapter;
import io.plumbline.dialects.nativeapi.DatasetsAdapter;
import io.plumbline.dialects.nativeapi.FilesAdapter;
import io.plumbline.dialects.nativeapi.IncidentsAdapter;
import io.plumbline.dialects.nativeapi.MeasurementsAdapter;
import io.plumbline.dialects.nativeapi.MonitorsAdapter;
import io.plumbline.dialects.nativeapi.NativeDialect;
import io.plumbline.dialects.nativeapi.PurgesAdapter;
import io.plumbline.domain.check.MonitorStatuses;
import io.plumbline.http.Spool;

/** The native dialect over the core. */
final class Native {
    private Native() {}

    /** Every operation of the dialect over these use cases. */
    static NativeDialect over(Core core, Tracking tracking, Spool spool) {
        return new NativeDialect(
                new DatasetsAdapter(core.datasets()),
                new FilesAdapter(core.datasets(), core.records(), core.ingest(), spool),
                new MonitorsAdapter(
                        core.monitors(), new MonitorStatuses(core.checks(), core.measurements()), core.registration()),
                new ChecksAdapter(core.checks(), core.monitors()),
                new MeasurementsAdapter(core.measurements()),
                new IncidentsAdapter(core.monitors(), core.measurements()),
                new BaselinesAdapter(core.baselines(), core.registration()),
                new PurgesAdapter(tracking.bin()));
    }
}
