package io.plumbline.server.serve;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Blobs;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.output.RefusedException;
import io.plumbline.store.artifacts.FolderBlobs;
import io.plumbline.store.artifacts.S3Blobs;
import io.plumbline.store.artifacts.S3Settings;
import java.io.IOException;
import java.util.Optional;

/** Opens what keeps the bytes of artifacts. */
final class ArtifactBytes {
    private ArtifactBytes() {}

    /**
     * Opens the bucket that is configured, or else the folder.
     *
     * @param opened closes it
     * @throws RefusedException where the bucket cannot be used
     */
    static Blobs open(Configuration configuration, DataFolder folder, Opened opened) throws IOException {
        Optional<S3Settings> bucket = configuration.artifacts();
        // The library of object stores is loaded only here: a start without one does not pay for it.
        return bucket.isEmpty() ? FolderBlobs.open(folder.artifacts()) : open(bucket.get(), folder, opened);
    }

    private static Blobs open(S3Settings bucket, DataFolder folder, Opened opened) {
        try {
            S3Blobs blobs = S3Blobs.open(bucket, folder.scratch());
            opened.keep(blobs);
            return blobs;
        } catch (PlumblineException e) {
            throw new RefusedException(
                    "The bucket '" + bucket.bucket() + "' of artifacts cannot be used: "
                            + e.failure().message() + ".",
                    e);
        }
    }
}
