package io.plumbline.domain.evaluation;

import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.RecordGeneration;
import io.plumbline.domain.record.RecordView;
import io.plumbline.domain.record.RecordViews;
import io.plumbline.measures.performance.ExpectedAccuracy;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Remembers how right a model was of its training records, for as long as these stay as they are: each check would read all of them again. */
final class Calibrations {
    private static final int MOST = 256;

    private final RecordViews views;
    private final SequencedMap<LabelSource, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    Calibrations(RecordViews views) {
        this.views = views;
    }

    /**
     * What is known of some training records.
     *
     * @param of what was there when they were looked at
     * @param accuracy nothing is added to any more
     */
    private record Known(RecordGeneration of, ExpectedAccuracy accuracy) {}

    /**
     * One that is calibrated by these records.
     *
     * @param reads them
     */
    ExpectedAccuracy of(LabelSource training, Supplier<ExpectedAccuracy> reads) {
        // Asked for first: what comes meanwhile is noticed the next time.
        RecordGeneration now = generation(training.labels());
        ExpectedAccuracy accuracy = find(training, now).orElseGet(() -> keep(training, now, reads.get()));
        return accuracy.calibratedAlike();
    }

    private RecordGeneration generation(Dataset dataset) {
        try (RecordView view = views.open(dataset, Optional.empty())) {
            return view.generation();
        }
    }

    private synchronized Optional<ExpectedAccuracy> find(LabelSource training, RecordGeneration now) {
        return Optional.ofNullable(known.get(training))
                .filter(one -> one.of().equals(now))
                .map(Known::accuracy);
    }

    private synchronized ExpectedAccuracy keep(LabelSource training, RecordGeneration of, ExpectedAccuracy accuracy) {
        known.put(training, new Known(of, accuracy));
        if (known.size() > MOST) {
            known.pollFirstEntry();
        }
        return accuracy;
    }
}
