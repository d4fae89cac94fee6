package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.dialects.openscale.providers.CustomMetricsProviders;
import io.plumbline.domain.Ids;
import io.plumbline.domain.artifact.Blobs;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.check.MetricsProviders;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.RememberedIdentities;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.http.client.GuardSettings;
import io.plumbline.http.client.GuardedClient;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.secret.TinkSealing;
import io.plumbline.sketches.DataSketches;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.records.log.LogSettings;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.Durability;
import io.plumbline.store.sql.SqlAuditLog;
import io.plumbline.store.sql.SqlIdentities;
import io.plumbline.store.sql.SqlRepository;
import io.plumbline.store.sql.SqlTasks;
import java.io.IOException;
import java.time.InstantSource;

/** What the use cases stand on: the ports on this machine's disk and the database, by one clock. */
record Stores(
        Database database,
        Identities identities,
        AuditLog audit,
        Secrets secrets,
        LoggedRecordStore records,
        Blobs blobs,
        SqlTasks tasks,
        Monitoring monitoring,
        Ids ids,
        InstantSource clock) {

    /**
     * What stores go about their work with.
     *
     * @param questions what the engine may use that looks into records
     * @param start when the engine starts that does
     * @param durability of what is written down about records and all else
     * @param files of records and how they are looked after
     */
    record Means(DuckDbSettings questions, EngineStart start, Durability durability, StoreSettings files) {
        /** Those of a server. */
        static Means ofServer() {
            return new Means(
                    DuckDbSettings.ofMachine(), EngineStart.WHEN_ASKED, Durability.POWER_CUT, StoreSettings.defaults());
        }
    }

    /** When an engine starts. */
    enum EngineStart {
        WHEN_ASKED,
        AT_ONCE
    }

    /**
     * Opens them.
     *
     * @param opened closes them
     * @param means what they go about it with
     * @throws io.plumbline.server.output.RefusedException where something stands in the way that a person can remove
     */
    static Stores open(
            Configuration configuration, DataFolder folder, Opened opened, Ids ids, InstantSource clock, Means means)
            throws IOException {
        EngineOnDemand engine = new EngineOnDemand(means.questions().withScratch(folder.scratch()));
        opened.keep(engine);
        if (means.start() == EngineStart.AT_ONCE) {
            engine.startSoon();
        }
        Metadata.lock(configuration).ifPresent(opened::keep);
        Database database = Metadata.open(configuration, means.durability());
        opened.keep(database::close);
        Identities identities = new RememberedIdentities(new SqlIdentities(database), clock);
        AuditLog audit = new SqlAuditLog(database, clock);
        Secrets secrets = new Secrets(
                SqlRepository.secrets(database),
                TinkSealing.in(configuration.keys(), new SealedSecrets(identities, SqlRepository.secrets(database))),
                audit,
                ids,
                clock);
        Sketches sketches = new DataSketches();
        LoggedRecordStore records = Records.open(
                folder.path(),
                means.files().with(LogSettings.defaults().withDamage(configuration.damagedLog())),
                Records.parts(database, identities, engine, sketches, ids),
                clock);
        opened.keep(records);
        SqlTasks tasks = new SqlTasks(database, ids, clock);
        GuardedClient client = new GuardedClient(
                GuardSettings.DEFAULT.callingHosts(configuration.calledHosts(), configuration.privateHosts()));
        opened.keep(client::close);
        MetricsProviders providers = new CustomMetricsProviders(
                SqlRepository.customMonitors(database), SqlRepository.connections(database), secrets, client);
        return new Stores(
                database,
                identities,
                audit,
                secrets,
                records,
                ArtifactBytes.open(configuration, folder, opened),
                tasks,
                Monitoring.over(database, records, sketches, tasks, providers, ids, clock),
                ids,
                clock);
    }
}
