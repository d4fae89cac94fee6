package io.plumbline.server.serve;

import io.plumbline.server.config.Configuration;
import io.plumbline.server.output.RefusedException;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.records.Parts;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.records.log.Damage;
import io.plumbline.store.records.log.LogException;
import io.plumbline.store.records.log.LogSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** Opens the store of records. */
final class Records {
    private Records() {}

    /**
     * Opens it in this folder.
     *
     * @throws RefusedException where its log is damaged, and the configuration does not say that this is to be set aside
     */
    static LoggedRecordStore open(Configuration configuration, Path folder, Parts parts, InstantSource clock)
            throws IOException {
        LogSettings log = LogSettings.defaults().withDamage(configuration.damagedLog());
        try {
            return LoggedRecordStore.open(folder, StoreSettings.defaults().with(log), parts, clock);
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
