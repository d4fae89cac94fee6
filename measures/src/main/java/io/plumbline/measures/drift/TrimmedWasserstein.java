package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.SortedNumbers;
import io.plumbline.measures.column.Tally;
import java.util.Arrays;

/** The Wasserstein distance of what lies between the quantiles at 2.5 % and 97.5 % of either side, scaled to the joint range. */
final class TrimmedWasserstein {
    private static final double MARGIN = 0.025;

    private TrimmedWasserstein() {}

    static Outcome measure(MeasureDefinition definition, Samples samples) {
        Samples trimmed = new Samples(trim(samples.reference()), trim(samples.current()));
        double range = trimmed.greatest() - trimmed.least();
        double area = CumulativeGap.area(trimmed);
        return samples.score(definition, range == 0 ? 0 : area / range).with("margin", MARGIN);
    }

    private static double[] trim(double[] sorted) {
        SortedNumbers numbers =
                SortedNumbers.of(ColumnType.NUMBER, new Tally(sorted.length, 0, 0, 0, 0, 0), sorted, Moments.NONE);
        double least = numbers.quantile(MARGIN);
        double greatest = numbers.quantile(1 - MARGIN);
        return Arrays.stream(sorted).filter(x -> x >= least && x <= greatest).toArray();
    }
}
