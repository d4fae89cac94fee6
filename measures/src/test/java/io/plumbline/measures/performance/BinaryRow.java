package io.plumbline.measures.performance;

import java.util.List;

/** A row of a binary classifier, for tests. */
record BinaryRow(int label, int prediction, double score, double weight) {

    static BinaryProfile profile(BinarySpec spec, List<BinaryRow> rows) {
        BinaryProfileBuilder builder = new BinaryProfileBuilder(spec);
        builder.add(columns(rows));
        return builder.build();
    }

    static BinaryRows columns(List<BinaryRow> rows) {
        int size = rows.size();
        byte[] labels = new byte[size];
        byte[] predictions = new byte[size];
        double[] scores = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) rows.get(i).label();
            predictions[i] = (byte) rows.get(i).prediction();
            scores[i] = rows.get(i).score();
            weights[i] = rows.get(i).weight();
        }
        return new BinaryRows(size, labels, predictions, scores, weights);
    }
}
