package io.plumbline.store.artifacts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Keeps an object: at once where it is small, else part by part. It is there when all of it is, and of one that breaks off the parts are given back. */
final class S3Upload {
    /** With it the 10,000 parts that a store takes hold 80 GB; a store takes none below 5 MB. */
    static final long PART = 8L << 20;

    private final S3Client client;
    private final String bucket;
    private final String key;

    S3Upload(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    /**
     * Keeps all bytes.
     *
     * @param part which they are sent through
     * @throws IOException where they cannot be written to that
     * @throws SdkException where the store refuses or does not answer
     */
    void send(Incoming content, PartFile part) throws IOException {
        if (part.fill(content, PART) < PART) {
            client.putObject(put -> put.bucket(bucket).key(key).contentMD5(part.md5()), part.body());
            return;
        }
        String upload = client.createMultipartUpload(
                        begin -> begin.bucket(bucket).key(key))
                .uploadId();
        try {
            List<CompletedPart> parts = sendParts(upload, content, part);
            client.completeMultipartUpload(
                    end -> end.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
        } catch (IOException | RuntimeException e) {
            abort(upload, e);
            throw e;
        }
    }

    private List<CompletedPart> sendParts(String upload, Incoming content, PartFile part) throws IOException {
        List<CompletedPart> sent = new ArrayList<>();
        do {
            sent.add(sendPart(upload, sent.size() + 1, part));
        } while (part.fill(content, PART) > 0);
        return sent;
    }

    private CompletedPart sendPart(String upload, int number, PartFile part) {
        UploadPartResponse sent = client.uploadPart(
                one -> one.bucket(bucket)
                        .key(key)
                        .uploadId(upload)
                        .partNumber(number)
                        .contentMD5(part.md5()),
                part.body());
        return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
    }

    /** Where the store does not answer, the parts stay until {@link S3Blobs#removeUnfinished} finds them. */
    private void abort(String upload, Exception because) {
        try {
            client.abortMultipartUpload(end -> end.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException unanswered) {
            because.addSuppressed(unanswered);
        }
    }
}
