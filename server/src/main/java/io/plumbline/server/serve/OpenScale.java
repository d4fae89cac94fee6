package io.plumbline.server.serve;

import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.dialects.openscale.archives.DriftAdapter;
import io.plumbline.dialects.openscale.archives.DriftV2Adapter;
import io.plumbline.dialects.openscale.credentials.AuthenticationAdapter;
import io.plumbline.dialects.openscale.credentials.SecretVault;
import io.plumbline.dialects.openscale.measurements.MeasurementsAdapter;
import io.plumbline.dialects.openscale.models.DataSetsAdapter;
import io.plumbline.dialects.openscale.models.FeedbackTables;
import io.plumbline.dialects.openscale.models.References;
import io.plumbline.dialects.openscale.models.SparkSchemasAdapter;
import io.plumbline.dialects.openscale.models.SubscriptionsAdapter;
import io.plumbline.dialects.openscale.monitors.MonitorCopies;
import io.plumbline.dialects.openscale.monitors.MonitorDefinitionsAdapter;
import io.plumbline.dialects.openscale.monitors.MonitorInstancesAdapter;
import io.plumbline.dialects.openscale.monitors.MonitorsInView;
import io.plumbline.dialects.openscale.records.DistributionsAdapter;
import io.plumbline.dialects.openscale.records.RecordPatches;
import io.plumbline.dialects.openscale.records.RecordsAdapter;
import io.plumbline.dialects.openscale.records.RecordsReader;
import io.plumbline.dialects.openscale.records.columns.Limits;
import io.plumbline.dialects.openscale.resources.DataMartsAdapter;
import io.plumbline.dialects.openscale.resources.IntegratedSystemsAdapter;
import io.plumbline.dialects.openscale.resources.OperationalSpacesAdapter;
import io.plumbline.dialects.openscale.resources.SecretsAdapter;
import io.plumbline.dialects.openscale.resources.ServiceProvidersAdapter;
import io.plumbline.dialects.openscale.resources.UsageAdapter;
import io.plumbline.dialects.openscale.resources.UserPreferencesAdapter;
import io.plumbline.dialects.openscale.runs.RunsAdapter;
import io.plumbline.http.credential.Tokens;
import java.security.SecureRandom;

/** The OpenScale dialect over the core. */
final class OpenScale {
    private OpenScale() {}

    /** Every operation of the dialect over these use cases. */
    static OpenScaleDialect over(Core core, Tokens tokens, SecureRandom random) {
        SecretVault vault = new SecretVault(core.secrets());
        MonitorsInView monitors = new MonitorsInView(core.monitors());
        References references = new References(core.connectionResources(), core.models(), core.projects());
        FeedbackTables feedbackTables = new FeedbackTables(core.registration(), core.datasets(), references);
        return new OpenScaleDialect(
                new AuthenticationAdapter(core.authentication(), tokens, core.clock()),
                new DataMartsAdapter(core.connections(), core.projects()),
                new ServiceProvidersAdapter(core.connections(), core.projects()),
                new SubscriptionsAdapter(
                        core.registration(),
                        core.datasets(),
                        references,
                        vault,
                        new MonitorCopies(core.monitors(), core.definitions(), feedbackTables)),
                new DataSetsAdapter(core.datasets(), references),
                new RecordsAdapter(
                        core.datasets(),
                        core.records(),
                        core.ingest(),
                        new RecordsReader(core.ids(), core.clock(), Limits.DEFAULT),
                        new RecordPatches(core.records(), core.ids(), core.clock()),
                        DataSetsAdapter::summary,
                        random::nextDouble),
                new DistributionsAdapter(core.datasets(), core.records(), core.tasks()),
                new MonitorDefinitionsAdapter(core.definitions(), references),
                new MonitorInstancesAdapter(
                        core.monitors(), core.definitions(), references, feedbackTables, core.backlogs()::of),
                new RunsAdapter(core.checks(), monitors),
                new MeasurementsAdapter(core.measurements(), core.definitions(), core.checks(), monitors),
                new DriftAdapter(core.archives(), monitors, references),
                new DriftV2Adapter(core.archives(), references),
                new IntegratedSystemsAdapter(core.connections(), core.projects()),
                new OperationalSpacesAdapter(core.projects()),
                new UserPreferencesAdapter(core.preferences()),
                new SecretsAdapter(core.secrets(), core.connections(), core.projects()),
                new UsageAdapter(core.usage(), core.projects()),
                new SparkSchemasAdapter());
    }
}
