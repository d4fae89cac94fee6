package io.plumbline.server.serve;

import io.plumbline.store.testkit.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket on a real S3 server, for a server's artifacts. */
final class BucketOfArtifacts implements AutoCloseable {
    private static final String NAME = "models";

    private final S3Server server;
    private final S3Client client;

    private BucketOfArtifacts(S3Server server) {
        this.server = server;
        this.client = S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** A new one, kept in this folder. */
    static BucketOfArtifacts in(Path folder) throws IOException, InterruptedException {
        S3Server server = S3Server.start(folder);
        server.makeBucket(NAME);
        return new BucketOfArtifacts(server);
    }

    /** The variables that have a server use it. */
    Map<String, String> settings() {
        return Map.of(
                "PLUMBLINE_ARTIFACTS",
                "s3://" + NAME + "/plumbline",
                "PLUMBLINE_S3_ENDPOINT",
                server.endpoint().toString(),
                "PLUMBLINE_S3_ACCESS_KEY",
                S3Server.ACCESS_KEY,
                "PLUMBLINE_S3_SECRET_KEY",
                S3Server.SECRET_KEY);
    }

    /** Whether uploads were begun and are not at their end. */
    boolean hasUnfinishedUploads() {
        return !client.listMultipartUploads(all -> all.bucket(NAME)).uploads().isEmpty();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
