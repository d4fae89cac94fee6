package io.plumbline.domain.experiment;

/**
 * What is known of all points of a metric in a run. Summaries of parts merge into that of the whole, in any order.
 *
 * @param key of the metric
 * @param count of points
 * @param finite how many of them are finite; the statistics are over these
 * @param min the least finite value; NaN where there is none
 * @param max the greatest finite value; NaN where there is none
 * @param mean of the finite values; NaN where there is none
 * @param squares the sum of squared distances of finite values from their mean
 * @param latest the value of the point of the highest step, then of the latest time, then of the highest value (NaN above all)
 * @param latestStep its step
 * @param latestMicros its time, in microseconds since 1970-01-01T00:00:00Z
 * @param firstStep the lowest step
 * @param lastStep the highest step
 */
public record MetricSummary(
        String key,
        long count,
        long finite,
        double min,
        double max,
        double mean,
        double squares,
        double latest,
        long latestStep,
        long latestMicros,
        long firstStep,
        long lastStep) {
    /** The summary of one point. */
    public static MetricSummary of(MetricPoint point) {
        boolean finite = Double.isFinite(point.value());
        double value = finite ? point.value() : Double.NaN;
        return new MetricSummary(
                point.key(),
                1,
                finite ? 1 : 0,
                value,
                value,
                value,
                0,
                point.value(),
                point.step(),
                point.micros(),
                point.step(),
                point.step());
    }

    /** The summary of the points of both, which are of one metric. Means and squares by Chan, Golub and LeVeque (1979). */
    public MetricSummary merge(MetricSummary other) {
        MetricSummary last = compareLatest(other) >= 0 ? this : other;
        MetricSummary moments = finite == 0 ? other : other.finite == 0 ? this : withMoments(other);
        return new MetricSummary(
                key,
                count + other.count,
                finite + other.finite,
                moments.min,
                moments.max,
                moments.mean,
                moments.squares,
                last.latest,
                last.latestStep,
                last.latestMicros,
                Math.min(firstStep, other.firstStep),
                Math.max(lastStep, other.lastStep));
    }

    private int compareLatest(MetricSummary other) {
        int byStep = Long.compare(latestStep, other.latestStep);
        int byTime = byStep != 0 ? byStep : Long.compare(latestMicros, other.latestMicros);
        return byTime != 0 ? byTime : Double.compare(latest, other.latest);
    }

    private MetricSummary withMoments(MetricSummary other) {
        double share = (double) other.finite / (finite + other.finite);
        double apart = other.mean - mean;
        // Half and half, so that values near the greatest double do not overflow on their way to the mean.
        double newMean = Double.isFinite(apart) ? mean + apart * share : mean * (1 - share) + other.mean * share;
        return new MetricSummary(
                key,
                count,
                finite,
                Math.min(min, other.min),
                Math.max(max, other.max),
                newMean,
                squares + other.squares + apart * apart * share * finite,
                latest,
                latestStep,
                latestMicros,
                firstStep,
                lastStep);
    }

    /** The standard deviation of the finite values as of a sample, sqrt(squares / (finite - 1)); 0 for one value, NaN for none. */
    public double standardDeviation() {
        if (finite == 0) {
            return Double.NaN;
        }
        return finite == 1 ? 0 : Math.sqrt(squares / (finite - 1));
    }

    /** The value of a statistic. */
    public double value(MetricStatistic statistic) {
        return switch (statistic) {
            case LATEST -> latest;
            case MIN -> min;
            case MAX -> max;
            case MEAN -> mean;
            case STANDARD_DEVIATION -> standardDeviation();
            case COUNT -> count;
        };
    }
}
