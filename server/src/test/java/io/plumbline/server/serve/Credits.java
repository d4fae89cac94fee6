package io.plumbline.server.serve;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.table.ColumnRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Generated loans: rows that tests compute with directly, and that become batches. */
final class Credits {
    static final Column AGE = Column.of("age", ValueType.INTEGER, ColumnRole.FEATURE);
    static final Column AMOUNT = Column.of("amount", ValueType.NUMBER, ColumnRole.FEATURE);
    static final Column SEX = Column.of("sex", ValueType.TEXT, ColumnRole.FEATURE);
    static final Column PREDICTION = Column.of("prediction", ValueType.TEXT, ColumnRole.PREDICTION);
    static final Column PROBABILITY = Column.of("probability", ValueType.VECTOR, ColumnRole.SCORE);
    static final Column RISK = Column.of("risk", ValueType.TEXT, ColumnRole.TARGET);

    /** One loan; {@code risk} is the probability that the model gave to a risk. */
    record Loan(String id, Instant at, long age, double amount, String sex, double risk, String label) {
        String prediction() {
            return risk >= 0.5 ? "Risk" : "No Risk";
        }
    }

    private Credits() {}

    /** So many loans, evenly spread over a stretch of time. */
    static List<Loan> draw(long seed, int count, Instant from, Duration span, double shift) {
        Random random = new Random(seed);
        List<Loan> loans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = from.plus(span.toMillis() * i / count, ChronoUnit.MILLIS);
            double risk = Math.round(1000 * random.nextDouble()) / 1000.0;
            String label = random.nextDouble() < 0.15 + 0.7 * risk ? "Risk" : "No Risk";
            loans.add(new Loan(
                    "loan-" + seed + "-" + i,
                    at,
                    18 + random.nextInt(60),
                    1000 * Math.exp((1 + shift / 2) * random.nextGaussian()),
                    random.nextDouble() < 0.4 + shift / 2 ? "female" : "male",
                    risk,
                    label));
        }
        return loans;
    }

    /** Loans with what the model said of them. */
    static RecordBatch scored(List<Loan> loans) {
        List<BatchColumn> columns = new ArrayList<>(features(loans));
        columns.addAll(predictions(loans));
        return batch(loans, columns);
    }

    /** Loans with what turned out to be true, and nothing else. */
    static RecordBatch labelled(List<Loan> loans) {
        return batch(
                loans, List.of(texts("risk", loans.stream().map(Loan::label).toList())));
    }

    /** Loans as the model was trained on them. */
    static RecordBatch training(List<Loan> loans) {
        List<BatchColumn> columns = new ArrayList<>(features(loans));
        columns.add(texts("risk", loans.stream().map(Loan::label).toList()));
        return batch(loans, columns);
    }

    private static List<BatchColumn> features(List<Loan> loans) {
        return List.of(
                new BatchColumn.Integers(
                        "age", loans.stream().mapToLong(Loan::age).toArray(), new BitSet()),
                new BatchColumn.Numbers(
                        "amount", loans.stream().mapToDouble(Loan::amount).toArray(), new BitSet()),
                texts("sex", loans.stream().map(Loan::sex).toList()));
    }

    static List<BatchColumn> predictions(List<Loan> loans) {
        double[][] probabilities = loans.stream()
                .map(loan -> new double[] {1 - loan.risk(), loan.risk()})
                .toArray(double[][]::new);
        return List.of(
                texts("prediction", loans.stream().map(Loan::prediction).toList()),
                new BatchColumn.Vectors("probability", probabilities, new BitSet()));
    }

    static RecordBatch batch(List<Loan> loans, List<BatchColumn> columns) {
        return new RecordBatch(
                loans.stream().map(Loan::id).toArray(String[]::new),
                loans.stream()
                        .mapToLong(loan -> ChronoUnit.MICROS.between(Instant.EPOCH, loan.at()))
                        .toArray(),
                Optional.empty(),
                columns);
    }

    private static BatchColumn texts(String name, List<String> values) {
        return new BatchColumn.Texts(name, ValueType.TEXT, values.toArray(String[]::new), new BitSet());
    }
}
