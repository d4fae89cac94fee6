package io.plumbline.server.serve;

import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.artifact.ArtifactIndex;
import io.plumbline.domain.artifact.ArtifactSweep;
import io.plumbline.domain.artifact.Artifacts;
import io.plumbline.domain.artifact.Blobs;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.experiment.Bin;
import io.plumbline.domain.experiment.BinPurge;
import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.LoggedModelStore;
import io.plumbline.domain.experiment.LoggedModels;
import io.plumbline.domain.experiment.RunPurge;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.domain.experiment.Runs;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.registry.Registry;
import io.plumbline.domain.task.Tasks;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlArchiveBlobs;
import io.plumbline.store.sql.SqlArtifactIndex;
import io.plumbline.store.sql.SqlExperiments;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlLoggedModels;
import io.plumbline.store.sql.SqlModelRegistry;
import io.plumbline.store.sql.SqlRunIndex;
import io.plumbline.store.sql.SqlRuns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The use cases of experiments and of the registry of models, all over the same stores. */
record Tracking(
        Experiments experiments,
        Runs runs,
        RunReading reading,
        LoggedModels loggedModels,
        Artifacts artifacts,
        Registry registry,
        ArtifactSweep sweep,
        Bin bin,
        RunPurge runPurge,
        BinPurge binPurge) {
    /** A running run that logs nothing for so long is unresponsive. */
    private static final Duration SILENCE = Duration.ofHours(1);

    private static final long LARGEST_ARTIFACT = 16L << 30;

    /** Over these stores. */
    static Tracking over(Stores stores) {
        Database database = stores.database();
        Blobs blobs = stores.blobs();
        Tasks tasks = stores.tasks();
        AuditLog audit = stores.audit();
        Ids ids = stores.ids();
        InstantSource clock = stores.clock();
        ExperimentStore store = new SqlExperiments(database);
        SqlRuns runs = new SqlRuns(database);
        LoggedModelStore models = new SqlLoggedModels(database);
        Experiments experiments = new Experiments(store, audit, ids, clock);
        RunReading reading = new RunReading(runs, new SqlRunIndex(database), runs, clock, SILENCE);
        ArtifactIndex index = new SqlArtifactIndex(database);
        Artifacts artifacts = new Artifacts(index, blobs, ids, clock, LARGEST_ARTIFACT);
        return new Tracking(
                experiments,
                new Runs(runs, tasks, audit, ids, clock),
                reading,
                new LoggedModels(models, experiments, reading, ids, clock),
                artifacts,
                new Registry(new SqlModelRegistry(database), audit, ids, clock),
                new ArtifactSweep(
                        List.of(index, new SqlArchiveBlobs(database)), blobs, () -> installation(database), clock),
                new Bin(tasks, audit, clock),
                new RunPurge(runs, artifacts),
                new BinPurge(store, runs, models, artifacts));
    }

    /** The first organization tells one installation from another. */
    private static Optional<Id> installation(Database database) {
        return new SqlIdentities(database)
                .organizations().stream().map(Organization::id).min(Comparator.naturalOrder());
    }
}
