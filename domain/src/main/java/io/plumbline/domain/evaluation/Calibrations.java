package io.plumbline.domain.evaluation;

import io.plumbline.domain.Id;
import io.plumbline.measures.performance.ExpectedAccuracy;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Remembers how right a model was of its training records, for as long as these stay as they are: each check would read all of them again. */
final class Calibrations {
    private static final int MOST = 256;

    private final Function<Id, String> markers;
    private final SequencedMap<LabelSource, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    /** Of datasets whose records are as they were for as long as their marker is. */
    Calibrations(Function<Id, String> markers) {
        this.markers = markers;
    }

    /**
     * What is known of some training records.
     *
     * @param marker of the dataset when they were looked at
     * @param accuracy nothing is added to any more
     */
    private record Known(String marker, ExpectedAccuracy accuracy) {}

    /**
     * One that is calibrated by these records.
     *
     * @param reads them
     */
    ExpectedAccuracy of(LabelSource training, Supplier<ExpectedAccuracy> reads) {
        // Asked for first: what comes meanwhile is noticed the next time.
        String now = markers.apply(training.labels().id());
        ExpectedAccuracy accuracy = find(training, now).orElseGet(() -> keep(training, now, reads.get()));
        return accuracy.calibratedAlike();
    }

    private synchronized Optional<ExpectedAccuracy> find(LabelSource training, String now) {
        return Optional.ofNullable(known.get(training))
                .filter(one -> one.marker().equals(now))
                .map(Known::accuracy);
    }

    private synchronized ExpectedAccuracy keep(LabelSource training, String marker, ExpectedAccuracy accuracy) {
        known.put(training, new Known(marker, accuracy));
        if (known.size() > MOST) {
            known.pollFirstEntry();
        }
        return accuracy;
    }
}
