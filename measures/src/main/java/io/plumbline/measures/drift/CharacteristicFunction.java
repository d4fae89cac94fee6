package io.plumbline.measures.drift;

/**
 * The empirical characteristic function of a sample at two points, as the means of (cos t₁x, cos t₂x, sin t₁x, sin t₂x), and the
 * covariance of these four.
 */
final class CharacteristicFunction {
    private static final double[] POINTS = {0.4, 0.8};
    private static final int SIZE = 2 * POINTS.length;

    /** Sums are taken of distances to the values at this one, so that covariances lose no digits. */
    private final double[] origin;

    private final double[] sums = new double[SIZE];
    private final double[][] products = new double[SIZE][SIZE];
    private final int count;

    private CharacteristicFunction(double[] origin, int count) {
        this.origin = origin;
        this.count = count;
    }

    /** Of the values in units of {@code scale}. */
    static CharacteristicFunction of(double[] sorted, double scale) {
        double[] features = new double[SIZE];
        transform(sorted[sorted.length / 2], scale, features);
        CharacteristicFunction function = new CharacteristicFunction(features.clone(), sorted.length);
        for (double value : sorted) {
            transform(value, scale, features);
            function.add(features);
        }
        return function;
    }

    private static void transform(double value, double scale, double[] features) {
        for (int i = 0; i < POINTS.length; i++) {
            double angle = POINTS[i] / scale * value;
            features[i] = Math.cos(angle);
            features[i + POINTS.length] = Math.sin(angle);
        }
    }

    private void add(double[] features) {
        for (int i = 0; i < SIZE; i++) {
            double apart = features[i] - origin[i];
            sums[i] += apart;
            for (int j = 0; j <= i; j++) {
                products[i][j] += apart * (features[j] - origin[j]);
            }
        }
    }

    private double mean(int i) {
        return sums[i] / count;
    }

    /** The difference of the means. */
    double[] minus(CharacteristicFunction other) {
        double[] difference = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            difference[i] = origin[i] + mean(i) - (other.origin[i] + other.mean(i));
        }
        return difference;
    }

    /** The population covariance, times {@code factor}. */
    SymmetricMatrix covariance(double factor) {
        double[][] covariance = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = factor * (products[i][j] / count - mean(i) * mean(j));
                covariance[j][i] = covariance[i][j];
            }
        }
        return new SymmetricMatrix(covariance);
    }
}
