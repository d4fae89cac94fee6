package io.plumbline.domain.check;

import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Reading;
import java.util.List;

/** What came of measuring. */
public sealed interface Evaluation {
    /**
     * Numbers.
     *
     * @param readings in the order of the definition's metrics
     * @param evidence behind them
     * @param records how many records were looked at
     * @param message what a person should know of it, may be empty
     */
    record Measured(List<Reading> readings, List<Evidence> evidence, long records, String message)
            implements Evaluation {
        /** Keeps unmodifiable copies. */
        public Measured {
            readings = List.copyOf(readings);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * There was nothing to compute anything from, which is no failure.
     *
     * @param reason a sentence for a person
     * @param records how many records were looked at
     */
    record NotComputable(String reason, long records) implements Evaluation {}
}
