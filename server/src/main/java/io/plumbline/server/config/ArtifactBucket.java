package io.plumbline.server.config;

import io.plumbline.server.output.RefusedException;
import io.plumbline.store.artifacts.S3Settings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bucket of artifacts, as settings name it. */
final class ArtifactBucket {
    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?))?/*");
    private static final Pattern HTTP = Pattern.compile("https?://[^/?#@]+/?");

    private ArtifactBucket() {}

    /**
     * The bucket; none where artifacts are kept in the data folder.
     *
     * @throws RefusedException where a setting makes no sense
     */
    static Optional<S3Settings> in(Settings settings) {
        return settings.text(Setting.ARTIFACTS).map(address -> {
            Matcher parts = ADDRESS.matcher(address);
            if (!parts.matches()) {
                throw settings.refused(Setting.ARTIFACTS, "an address such as s3://bucket or s3://bucket/prefix");
            }
            String prefix = Optional.ofNullable(parts.group(2)).orElse("");
            return new S3Settings(
                    parts.group(1),
                    prefix.isEmpty() ? "" : prefix + "/",
                    endpoint(settings),
                    settings.text(Setting.S3_REGION),
                    credentials(settings),
                    settings.choice(Setting.S3_ADDRESSING, S3Settings.Addressing.class));
        });
    }

    private static Optional<URI> endpoint(Settings settings) {
        return settings.text(Setting.S3_ENDPOINT).map(address -> {
            if (!HTTP.matcher(address).matches()) {
                throw settings.refused(Setting.S3_ENDPOINT, "an address such as https://minio.example.org:9000");
            }
            return URI.create(address);
        });
    }

    /** Both parts, or none. */
    private static Optional<S3Settings.Credentials> credentials(Settings settings) {
        Optional<String> access = settings.text(Setting.S3_ACCESS_KEY);
        Optional<String> secret = settings.text(Setting.S3_SECRET_KEY);
        if (access.isPresent() != secret.isPresent()) {
            throw new RefusedException("The settings s3-access-key and s3-secret-key are given both, or neither.");
        }
        return access.flatMap(name -> secret.map(key -> new S3Settings.Credentials(name, key)));
    }
}
