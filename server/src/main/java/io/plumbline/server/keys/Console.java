package io.plumbline.server.keys;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.account.Accounts;
import io.plumbline.domain.account.Accounts.Account;
import io.plumbline.domain.account.ApiKeys;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.User;
import io.plumbline.server.config.Configuration;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of a server as they are seen at its console, where whoever may read its database may do what its administrator may.
 *
 * @param administrator as whom changes are made
 * @param accounts users and grants
 * @param keys API keys
 * @param clock tells when a key expires
 */
public record Console(Caller administrator, Accounts accounts, ApiKeys keys, InstantSource clock) {
    /** Opens consoles, and closes what lies under them. */
    @FunctionalInterface
    public interface Opening {
        /** Does something at the console of the server of this configuration. */
        void at(Configuration configuration, Work work) throws IOException;
    }

    /** What is done at a console. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void with(Console console) throws IOException;
    }

    /** A key and whose it is. */
    record OwnedKey(User user, ApiKey key) {}

    List<OwnedKey> allKeys() {
        return accounts.list(administrator).stream()
                .map(Account::user)
                .flatMap(user -> keys.list(administrator, user.id()).stream().map(key -> new OwnedKey(user, key)))
                .toList();
    }

    OwnedKey key(String id) {
        Optional<Id> wanted = Id.parse(id);
        return allKeys().stream()
                .filter(owned -> Optional.of(owned.key().id()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> PlumblineException.notFound("api key", id));
    }
}
