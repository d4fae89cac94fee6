package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Publication;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * The id of a measurement from outside, which the wire has no place for: it is made of what the measurement says, so that one which a client
 * sends again counts once.
 */
final class PublishedId {
    private PublishedId() {}

    /** The publication with its id. */
    static Publication given(Id monitor, Publication publication) {
        return new Publication(
                Optional.of(of(monitor, publication)),
                publication.at(),
                publication.check(),
                publication.groups(),
                publication.evidence(),
                publication.attributes());
    }

    /** The time that the measurement speaks of and the first 64 bits of SHA-256 of all it says. */
    private static Id of(Id monitor, Publication publication) {
        String said = Documents.of(List.of(
                        monitor.toString(),
                        publication.at().toString(),
                        publication.check().map(Id::toString).orElse(""),
                        publication.groups(),
                        publication.evidence(),
                        publication.attributes()))
                .json();
        byte[] digest = sha256().digest(said.getBytes(StandardCharsets.UTF_8));
        return new Id(
                (int) publication.at().getEpochSecond(), ByteBuffer.wrap(digest).getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
