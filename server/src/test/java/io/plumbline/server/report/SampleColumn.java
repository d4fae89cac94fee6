package io.plumbline.server.report;

import io.plumbline.measures.column.ColumnData.DistinctCount;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.comparison.Picture;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.quality.ColumnQuality;
import io.plumbline.measures.quality.ColumnQuality.Constancy;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Reports of single columns with figures that belong together, drawn from seeded random numbers. */
final class SampleColumn {
    private static final int ROWS = 2_000;
    private static final int BINS = 20;

    private SampleColumn() {}

    /** Normal values that have moved by so many standard deviations; one in ten is missing in the current data if they moved. */
    static ColumnReport numeric(String name, ColumnType type, double mean, double sd, double shift, long seed) {
        double[] reference = draw(mean, sd, seed);
        double[] current = draw(mean + shift * sd, sd, seed + 1);
        Picture picture = histogram(reference, current);
        long outside = Arrays.stream(current)
                .filter(x -> x < reference[0] || x > reference[ROWS - 1])
                .count();
        long missing = shift == 0 ? 0 : ROWS / 10;
        return new ColumnReport(
                name,
                type,
                ColumnRole.FEATURE,
                quality(reference, 3),
                quality(current, missing),
                new ColumnChange(List.of(), 0, List.of(), 0, outside, (double) missing / ROWS),
                judged(picture, shift),
                isDrift(picture),
                picture);
    }

    /** Categories of which the last has its share moved, under the names given. */
    static ColumnReport categories(String name, ColumnRole role, List<String> labels, double moved, long seed) {
        Random random = new Random(seed);
        double[] reference =
                labels.stream().mapToDouble(label -> 0.2 + random.nextDouble()).toArray();
        double[] current = reference.clone();
        current[labels.size() - 1] += moved * DoubleStream.of(reference).sum();
        Picture picture = new Picture(labels, List.of(), shares(reference), shares(current));
        boolean isNew = moved > 0;
        return new ColumnReport(
                name,
                ColumnType.TEXT,
                role,
                quality(labels.size(), picture.reference()),
                quality(labels.size(), picture.current()),
                new ColumnChange(
                        isNew ? labels.subList(0, 1) : List.of(), isNew ? 37 : 0, isNew ? labels : List.of(), 0, 0, 0),
                judged(picture, moved),
                isDrift(picture),
                picture);
    }

    /** A column without values on either side, for which no measure can be computed. */
    static ColumnReport empty(String name) {
        ColumnQuality nothing = new ColumnQuality(
                new Tally(0, ROWS, 0, 0, 0, 0),
                DistinctCount.exactly(0),
                Moments.NONE,
                List.of(),
                Double.NaN,
                Constancy.EMPTY);
        return new ColumnReport(
                name,
                ColumnType.NUMBER,
                ColumnRole.FEATURE,
                nothing,
                nothing,
                new ColumnChange(List.of(), 0, List.of(), 0, 0, 0),
                List.of(new JudgedOutcome(
                        SampleMeasures.notComputable("the reference has no values in this column"), Double.NaN, false)),
                false,
                Picture.EMPTY);
    }

    private static List<JudgedOutcome> judged(Picture picture, double shift) {
        double p = Math.exp(-40 * Math.abs(shift));
        return SampleMeasures.judge(psi(picture), p, Math.min(1, p * 24), Math.abs(shift), ROWS);
    }

    private static boolean isDrift(Picture picture) {
        return SampleMeasures.PSI.threshold().isDrift(psi(picture), Double.NaN, Double.NaN);
    }

    private static double psi(Picture picture) {
        return IntStream.range(0, picture.reference().size())
                .mapToDouble(i -> {
                    double reference = Math.max(1e-4, picture.reference().get(i));
                    double current = Math.max(1e-4, picture.current().get(i));
                    return (current - reference) * Math.log(current / reference);
                })
                .sum();
    }

    private static double[] draw(double mean, double sd, long seed) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> mean + sd * random.nextGaussian())
                .limit(ROWS)
                .sorted()
                .toArray();
    }

    private static Picture histogram(double[] reference, double[] current) {
        double min = Math.min(reference[0], current[0]);
        double step = (Math.max(reference[ROWS - 1], current[ROWS - 1]) - min) / BINS;
        List<Double> edges = new ArrayList<>();
        IntStream.rangeClosed(0, BINS).forEach(i -> edges.add(min + i * step));
        List<String> labels = IntStream.range(0, BINS)
                .mapToObj(i -> edges.get(i) + " to " + edges.get(i + 1))
                .toList();
        return new Picture(labels, edges, shares(counts(reference, min, step)), shares(counts(current, min, step)));
    }

    private static double[] counts(double[] values, double min, double step) {
        double[] counts = new double[BINS];
        for (double value : values) {
            counts[Math.min(BINS - 1, (int) ((value - min) / step))]++;
        }
        return counts;
    }

    private static List<Double> shares(double[] counts) {
        double total = DoubleStream.of(counts).sum();
        return DoubleStream.of(counts).map(count -> count / total).boxed().toList();
    }

    private static ColumnQuality quality(double[] sorted, long missing) {
        double mean = DoubleStream.of(sorted).average().orElseThrow();
        double variance = DoubleStream.of(sorted)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        return new ColumnQuality(
                new Tally(ROWS, missing, missing / 50, 0, missing / 100, missing / 40),
                DistinctCount.about(ROWS - 12),
                new Moments(ROWS, sorted[0], sorted[ROWS - 1], mean, variance),
                DoubleStream.of(0.05, 0.25, 0.5, 0.75, 0.95)
                        .mapToObj(rank -> sorted[(int) (rank * ROWS)])
                        .toList(),
                1.0 / ROWS,
                Constancy.VARYING);
    }

    private static ColumnQuality quality(int distinct, List<Double> shares) {
        double most = shares.stream().mapToDouble(x -> x).max().orElse(Double.NaN);
        return new ColumnQuality(
                new Tally(ROWS, 0, 0, 0, 0, 0),
                DistinctCount.exactly(distinct),
                Moments.NONE,
                List.of(),
                most,
                most == 1 ? Constancy.CONSTANT : Constancy.VARYING);
    }
}
