package io.plumbline.server.serve;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Identities;
import io.plumbline.http.server.ReadinessCheck;
import io.plumbline.store.records.LoggedRecordStore;
import java.util.List;
import java.util.Optional;

/** What has to work for the server to be of use. */
final class Readiness {
    private Readiness() {}

    static List<ReadinessCheck> of(LoggedRecordStore records, Identities identities) {
        return List.of(
                new ReadinessCheck("records", () -> records.status().trouble()),
                new ReadinessCheck("metadata", () -> trouble(identities)));
    }

    private static Optional<String> trouble(Identities identities) {
        try {
            return identities.organizations().isEmpty() ? Optional.of("there is no organization") : Optional.empty();
        } catch (PlumblineException e) {
            return Optional.of(e.failure().message());
        }
    }
}
