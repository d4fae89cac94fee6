package io.plumbline.server.serve;

import io.plumbline.domain.Ids;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.server.output.RefusedException;
import io.plumbline.store.records.DatasetLookup;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.Parts;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.records.log.Damage;
import io.plumbline.store.records.log.LogException;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlRecordManifest;
import io.plumbline.store.sql.SqlRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** Puts the store of records together. */
public final class Records {
    private Records() {}

    /** Its parts, over this database and engine. */
    public static Parts parts(
            Database database, Identities identities, RecordEngine engine, Sketches sketches, Ids ids) {
        return new Parts(
                new SqlRecordManifest(database, sketches),
                engine,
                Monitoring.profiler(database, sketches),
                DatasetLookup.over(identities, SqlRepository.datasets(database)),
                ids);
    }

    /**
     * Opens it in this folder.
     *
     * @throws RefusedException where its log is damaged, and the settings do not say that this is to be set aside
     */
    static LoggedRecordStore open(Path folder, StoreSettings settings, Parts parts, InstantSource clock)
            throws IOException {
        try {
            return LoggedRecordStore.open(folder, settings, parts, clock);
        } catch (LogException.Damaged e) {
            throw new RefusedException(refusal(e), e);
        }
    }

    private static String refusal(LogException.Damaged damaged) {
        return damaged.damages().stream()
                .map(Damage::line)
                .collect(Collectors.joining(
                        "; ",
                        "The intake log is damaged and was left as it is: ",
                        ". Restore these files from a copy, or start once with --damaged-log set-aside, which keeps every intact"
                                + " record and leaves the damaged files beside them with the ending .damaged."));
    }
}
