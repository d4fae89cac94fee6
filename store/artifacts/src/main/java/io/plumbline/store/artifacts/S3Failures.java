package io.plumbline.store.artifacts;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What it means that a store refuses or does not answer. Its own words are not handed on: only the code of a refusal is. */
final class S3Failures {
    private static final int INSUFFICIENT_STORAGE = 507;

    private S3Failures() {}

    /** What the call returns; its failures are told in the core's words. */
    static <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw of(e);
        }
    }

    static PlumblineException of(SdkException e) {
        return new PlumblineException(failure(e), e);
    }

    private static Failure failure(SdkException e) {
        if (!(e instanceof AwsServiceException refusal)) {
            return new Failure.Unreachable("the store of artifacts does not answer");
        }
        return refusal.statusCode() == INSUFFICIENT_STORAGE
                ? new Failure.StorageFull("the store of artifacts has no room left; nothing of the file was kept")
                : new Failure.Unreachable("the store of artifacts refused: " + refusal.statusCode() + " "
                        + refusal.awsErrorDetails().errorCode());
    }
}
