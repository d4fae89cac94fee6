package io.plumbline.store.artifacts;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Blobs;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Blobs as objects of a bucket, with their ids for keys. Several nodes share a bucket. It needs the permissions to list the bucket and its unfinished
 * uploads, and to put, get and delete objects.
 */
public final class S3Blobs implements Blobs, Closeable {
    private static final int OUTSIDE = 416;

    private final S3Client client;
    private final S3Settings settings;
    private final Path scratch;

    private S3Blobs(S3Client client, S3Settings settings, Path scratch) {
        this.client = client;
        this.settings = settings;
        this.scratch = scratch;
    }

    /**
     * Connects to the bucket.
     *
     * @param scratch a folder that is there, for parts on their way
     * @throws PlumblineException of {@link Failure.Unreachable} where there is no such bucket, the credentials are not enough for it, or nothing
     *     answers; of {@link Failure.Invalid} where no region or no credentials are found
     */
    public static S3Blobs open(S3Settings settings, Path scratch) {
        S3Client client = S3Connection.open(settings);
        S3Blobs blobs = new S3Blobs(client, settings, scratch);
        try {
            blobs.list(Optional.empty(), 1);
            return blobs;
        } catch (PlumblineException e) {
            client.close();
            throw e;
        }
    }

    @Override
    public Stored put(Id id, InputStream content, long most) {
        Incoming incoming = new Incoming(content, most);
        try (PartFile part = PartFile.in(scratch)) {
            new S3Upload(client, settings.bucket(), key(id)).send(incoming, part);
            return incoming.stored();
        } catch (SdkException e) {
            throw S3Failures.of(e);
        } catch (IOException e) {
            throw new PlumblineException(
                    new Failure.StorageFull("there is no room for a part of the artifact on its way to its store"), e);
        }
    }

    @Override
    public InputStream open(Id id, long offset, long length) {
        try {
            if (length == 0) {
                client.headObject(head -> head.bucket(settings.bucket()).key(key(id)));
                return InputStream.nullInputStream();
            }
            String range = "bytes=" + offset + "-" + (offset + length - 1);
            return client.getObject(
                    get -> get.bucket(settings.bucket()).key(key(id)).range(range));
        } catch (NoSuchKeyException e) {
            throw new PlumblineException(new Failure.NotFound("blob", id.toString()), e);
        } catch (S3Exception e) {
            if (e.statusCode() == OUTSIDE) {
                return InputStream.nullInputStream();
            }
            throw S3Failures.of(e);
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }

    @Override
    public void remove(Id id) {
        S3Failures.told(
                () -> client.deleteObject(gone -> gone.bucket(settings.bucket()).key(key(id))));
    }

    /** In the order of the ids. */
    @Override
    public List<Id> list(Optional<Id> after, int limit) {
        return S3Failures.told(() -> client
                .listObjectsV2Paginator(page -> page.bucket(settings.bucket())
                        .prefix(settings.prefix())
                        .startAfter(after.map(this::key).orElse(null))
                        .maxKeys(limit))
                .contents()
                .stream()
                .flatMap(object -> id(object).stream())
                .limit(limit)
                .toList());
    }

    /** What lies in the bucket besides is nobody's blob. */
    private Optional<Id> id(S3Object object) {
        return Id.parse(object.key().substring(settings.prefix().length()));
    }

    @Override
    public void removeUnfinished(Instant before) {
        S3Failures.told(() -> {
            client
                    .listMultipartUploadsPaginator(
                            page -> page.bucket(settings.bucket()).prefix(settings.prefix()))
                    .uploads()
                    .stream()
                    .filter(upload -> upload.initiated().isBefore(before))
                    .forEach(this::abort);
            return before;
        });
    }

    private void abort(MultipartUpload upload) {
        client.abortMultipartUpload(
                gone -> gone.bucket(settings.bucket()).key(upload.key()).uploadId(upload.uploadId()));
    }

    private String key(Id id) {
        return settings.prefix() + id;
    }

    @Override
    public void close() {
        client.close();
    }
}
