package io.plumbline.measures.performance;

/**
 * A rate of one class against all others: a sum of rows by another one, 0 where that is 0.
 *
 * @param part the rows above the line
 * @param whole the rows below the line
 */
record ClassRate(Sum part, Sum whole) {
    /** TP/(TP+FP). */
    static final ClassRate PRECISION =
            new ClassRate((both, labelled, predicted, all) -> both, (both, labelled, predicted, all) -> predicted);

    /** TP/(TP+FN). */
    static final ClassRate RECALL =
            new ClassRate((both, labelled, predicted, all) -> both, (both, labelled, predicted, all) -> labelled);

    /** 2TP/(2TP+FP+FN). */
    static final ClassRate F1 = fBeta(1);

    /** FP/(FP+TN). */
    static final ClassRate FALSE_POSITIVE_RATE = new ClassRate(
            (both, labelled, predicted, all) -> predicted - both, (both, labelled, predicted, all) -> all - labelled);

    /** (1+β²)TP/((1+β²)TP+β²FN+FP). */
    static ClassRate fBeta(double beta) {
        double square = beta * beta;
        return new ClassRate(
                (both, labelled, predicted, all) -> (1 + square) * both,
                (both, labelled, predicted, all) -> square * labelled + predicted);
    }

    /** A sum over the rows, to which each row adds what the sum of that row alone is. */
    interface Sum {
        /**
         * Of these rows.
         *
         * @param both labelled and predicted as the class
         * @param labelled as the class
         * @param predicted as the class
         * @param all of any class
         */
        double of(double both, double labelled, double predicted, double all);
    }
}
