package io.plumbline.server.serve;

import io.plumbline.domain.Ids;
import io.plumbline.domain.account.Accounts;
import io.plumbline.domain.account.ApiKeys;
import io.plumbline.domain.account.FirstStart;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.keys.Console;
import io.plumbline.server.output.RefusedException;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.SqlAuditLog;
import io.plumbline.store.sql.SqlIdentities;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Opens the console of a server over its database, beside the server that may run on it. */
public final class ServerConsole implements Console.Opening {
    private final InstantSource clock = SystemClock.inMicroseconds();
    private final SecureRandom random = new SecureRandom();

    @Override
    public void at(Configuration configuration, Console.Work work) throws IOException {
        ServerLog.configure();
        if (configuration.database().isEmpty() && !Files.exists(Metadata.file(configuration))) {
            throw new RefusedException("There is no server's data in '" + configuration.data()
                    + "'. Start the server first, or name its folder by --data or its database by --database.");
        }
        try (Database database = Metadata.open(configuration)) {
            work.with(over(database));
        }
    }

    private Console over(Database database) {
        Identities identities = new SqlIdentities(database);
        AuditLog audit = new SqlAuditLog(database, clock);
        Ids ids = Ids.of(clock, random);
        return new Console(
                new FirstStart(identities, audit, ids, clock, random).administratorAsCaller(),
                new Accounts(identities, new Passwords(random), audit, ids, clock),
                new ApiKeys(identities, audit, ids, clock, random),
                clock);
    }
}
