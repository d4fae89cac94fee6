package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.domain.Ids;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.RememberedIdentities;
import io.plumbline.domain.secret.Sealing;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.secret.TinkSealing;
import io.plumbline.sketches.DataSketches;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.sql.Database;
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
        Sealing sealing,
        LoggedRecordStore records,
        SqlTasks tasks,
        Monitoring monitoring,
        Ids ids,
        InstantSource clock) {

    /**
     * Opens them.
     *
     * @param opened closes them
     * @param questions what the engine may use that looks into records
     * @throws io.plumbline.server.output.RefusedException where something stands in the way that a person can remove
     */
    static Stores open(
            Configuration configuration,
            DataFolder folder,
            Opened opened,
            Ids ids,
            InstantSource clock,
            DuckDbSettings questions)
            throws IOException {
        Database database = Metadata.open(configuration);
        opened.keep(database::close);
        Identities identities = new RememberedIdentities(new SqlIdentities(database), clock);
        Sealing sealing =
                TinkSealing.in(configuration.keys(), new SealedSecrets(identities, SqlRepository.secrets(database)));
        Sketches sketches = new DataSketches();
        EngineOnDemand engine = new EngineOnDemand(questions.withScratch(folder.scratch()));
        opened.keep(engine);
        LoggedRecordStore records = Records.open(
                configuration, folder.path(), Records.parts(database, identities, engine, sketches, ids), clock);
        opened.keep(records);
        SqlTasks tasks = new SqlTasks(database, ids, clock);
        return new Stores(
                database,
                identities,
                new SqlAuditLog(database, clock),
                sealing,
                records,
                tasks,
                Monitoring.over(database, records, sketches, tasks, ids, clock),
                ids,
                clock);
    }
}
