package io.plumbline.store.artifacts;

import java.net.URI;
import java.util.Optional;

/**
 * Which bucket of which S3-compatible store keeps blobs, and how it is reached.
 *
 * @param bucket its name
 * @param prefix of the keys; empty, or ends with a slash
 * @param endpoint address of the store; that of AWS where it is left out
 * @param region that requests are signed for; found as AWS's own tools do where it is left out
 * @param credentials of who writes and reads; found as AWS's own tools do where they are left out
 * @param addressing where the bucket stands in addresses
 */
public record S3Settings(
        String bucket,
        String prefix,
        Optional<URI> endpoint,
        Optional<String> region,
        Optional<Credentials> credentials,
        Addressing addressing) {
    /** Where the bucket stands in addresses. */
    public enum Addressing {
        /** In the path where an endpoint is named, else in the name of the host. */
        AUTO,
        /** In the path, as most stores of one's own need it. */
        PATH,
        /** In the name of the host. */
        HOST
    }

    /**
     * A key of the store.
     *
     * @param accessKey its name
     * @param secretKey which signs requests
     */
    public record Credentials(String accessKey, String secretKey) {
        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /** Whether the bucket stands in the path. */
    boolean inPath() {
        return switch (addressing) {
            case AUTO -> endpoint.isPresent();
            case PATH -> true;
            case HOST -> false;
        };
    }
}
