package io.plumbline.measures.drift;

/**
 * A small symmetric matrix.
 *
 * @param entries by row and column
 */
record SymmetricMatrix(double[][] entries) {
    private static final int SWEEPS = 60;
    /** Eigenvalues below this share of the largest count as zero, as in numpy's pinv. */
    private static final double CUTOFF = 1e-15;

    /**
     * What a vector comes to under the pseudo-inverse.
     *
     * @param quadraticForm x'·A⁺·x
     * @param rank the rank of A
     */
    record Solution(double quadraticForm, int rank) {}

    SymmetricMatrix plus(SymmetricMatrix other) {
        double[][] sum = new double[entries.length][entries.length];
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] = entries[i][j] + other.entries[i][j];
            }
        }
        return new SymmetricMatrix(sum);
    }

    /** The quadratic form of {@code vector} under the pseudo-inverse, by Jacobi's rotations to the eigenvectors. */
    Solution solve(double[] vector) {
        double[][] matrix = copy();
        double[] rotated = vector.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            sweep(matrix, rotated);
        }
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, Math.abs(matrix[i][i]));
        }
        double form = 0;
        int rank = 0;
        for (int i = 0; i < matrix.length; i++) {
            if (Math.abs(matrix[i][i]) > CUTOFF * largest) {
                form += rotated[i] * rotated[i] / matrix[i][i];
                rank++;
            }
        }
        return new Solution(form, rank);
    }

    private double[][] copy() {
        double[][] copy = new double[entries.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = entries[i].clone();
        }
        return copy;
    }

    private static void sweep(double[][] matrix, double[] vector) {
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                if (matrix[p][q] != 0) {
                    rotate(matrix, vector, p, q);
                }
            }
        }
    }

    /** Makes the entry (p, q) zero, and turns the vector with the axes. */
    private static void rotate(double[][] matrix, double[] vector, int p, int q) {
        double cotangent = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.hypot(cotangent, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (double[] row : matrix) {
            turn(row, p, q, cosine, sine);
        }
        for (int i = 0; i < matrix.length; i++) {
            double first = matrix[p][i];
            matrix[p][i] = cosine * first - sine * matrix[q][i];
            matrix[q][i] = sine * first + cosine * matrix[q][i];
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        turn(vector, p, q, cosine, sine);
    }

    private static void turn(double[] vector, int p, int q, double cosine, double sine) {
        double first = vector[p];
        vector[p] = cosine * first - sine * vector[q];
        vector[q] = sine * first + cosine * vector[q];
    }
}
