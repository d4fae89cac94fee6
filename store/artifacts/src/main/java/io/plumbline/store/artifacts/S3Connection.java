package io.plumbline.store.artifacts;

import io.plumbline.domain.PlumblineException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of a store. */
final class S3Connection {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private S3Connection() {}

    /**
     * A client. Of the checksums that newer stores know it asks for none that an operation does not need: each upload has the one that all of them
     * check.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where no region or no credentials are found
     */
    static S3Client open(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region(settings))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.inPath())
                .serviceConfiguration(more -> more.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** A store of one's own takes any region; AWS needs the bucket's. */
    private static Region region(S3Settings settings) {
        return settings.region()
                .map(Region::of)
                .orElseGet(
                        () -> settings.endpoint().map(own -> Region.US_EAST_1).orElseGet(S3Connection::usualRegion));
    }

    private static Region usualRegion() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw missing("region", "no region is set, and AWS's usual places name none", e);
        }
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.credentials()
                .<AwsCredentialsProvider>map(given -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(given.accessKey(), given.secretKey())))
                .orElseGet(S3Connection::usualCredentials);
    }

    private static AwsCredentialsProvider usualCredentials() {
        AwsCredentialsProvider usual = DefaultCredentialsProvider.builder().build();
        try {
            usual.resolveCredentials();
            return usual;
        } catch (SdkClientException e) {
            throw missing("credentials", "no credentials are set, and AWS's usual places have none", e);
        }
    }

    private static PlumblineException missing(String where, String message, SdkClientException cause) {
        PlumblineException missing = PlumblineException.invalid(where, message);
        missing.initCause(cause);
        return missing;
    }
}
