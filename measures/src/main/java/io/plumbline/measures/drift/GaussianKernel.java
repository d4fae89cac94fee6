package io.plumbline.measures.drift;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The Gaussian kernel of all pairs of values of two samples, and which value is on which side. Not safe for several threads. */
final class GaussianKernel {
    private final double[] values;
    private final int referenceCount;
    private final double medianDistance;
    private final double[][] kernel;
    private final double[] rowSums;
    private final double total;
    private final int[] order;

    private GaussianKernel(double[] values, int referenceCount) {
        this.values = values;
        this.referenceCount = referenceCount;
        this.medianDistance = medianDistance(values);
        this.kernel = kernel();
        this.rowSums = Arrays.stream(kernel)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        this.total = Arrays.stream(rowSums).sum();
        this.order = new int[values.length];
        Arrays.setAll(order, i -> i);
    }

    static GaussianKernel of(double[] reference, double[] current) {
        double[] values = Arrays.copyOf(reference, reference.length + current.length);
        System.arraycopy(current, 0, values, reference.length, current.length);
        return new GaussianKernel(values, reference.length);
    }

    /** The median distance of two different values of the samples; their mean where it is 0, as with many ties. */
    double medianDistance() {
        return medianDistance;
    }

    private static double medianDistance(double[] values) {
        double[] distances = new double[values.length * (values.length - 1) / 2];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[size++] = Math.abs(values[i] - values[j]);
            }
        }
        Arrays.sort(distances);
        double median = distances[size / 2];
        return median > 0 ? median : Arrays.stream(distances).average().orElse(0);
    }

    private double[][] kernel() {
        double[][] pairs = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                double distance = values[i] == values[j] ? 0 : (values[i] - values[j]) / medianDistance;
                pairs[i][j] = Math.exp(-distance * distance);
                pairs[j][i] = pairs[i][j];
            }
        }
        return pairs;
    }

    /** Deals the values to the sides anew (Fisher and Yates's shuffle). */
    void permute(SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** The unbiased MMD² of the values as they are dealt now. */
    double discrepancy() {
        double n = referenceCount;
        double m = order.length - n;
        double within = withinReference();
        double between = ofReference() - within;
        double beyond = total - within - 2 * between;
        return within / (n * (n - 1)) + beyond / (m * (m - 1)) - 2 * between / (n * m);
    }

    private double withinReference() {
        double sum = 0;
        for (int i = 0; i < referenceCount; i++) {
            double[] row = kernel[order[i]];
            for (int j = 0; j < i; j++) {
                sum += row[order[j]];
            }
        }
        return 2 * sum;
    }

    private double ofReference() {
        double sum = 0;
        for (int i = 0; i < referenceCount; i++) {
            sum += rowSums[order[i]];
        }
        return sum;
    }
}
