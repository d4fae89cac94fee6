package io.plumbline.store.records;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.store.records.log.LogException;
import java.time.Duration;

/** The log's reasons in the words of the core. */
final class Failures {
    private static final Duration RESTART = Duration.ofSeconds(5);

    private Failures() {}

    /** What is left as it is, is a fault of this server or its disk, and nothing the caller can answer. */
    static RuntimeException of(LogException reason) {
        return switch (reason) {
            case LogException.Busy busy -> new PlumblineException(new Failure.Busy(busy.retryAfter()), busy);
            case LogException.NotWritten full ->
                new PlumblineException(new Failure.StorageFull(String.valueOf(full.getMessage())), full);
            case LogException.WrongSize size ->
                new PlumblineException(tooLarge(String.valueOf(size.getMessage())), size);
            case LogException.Closed closed -> new PlumblineException(new Failure.Busy(RESTART), closed);
            case LogException.ReadOnly broken -> broken;
            case LogException.InUse inUse -> inUse;
            case LogException.Damaged damaged -> damaged;
            case LogException.Unusable unusable -> unusable;
        };
    }

    static Failure.TooLarge tooLarge(String why) {
        return new Failure.TooLarge("the batch is too large to be kept as a whole: " + why + ". Send it in parts.");
    }
}
