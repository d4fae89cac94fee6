package io.plumbline.conformance;

import io.plumbline.conformance.GermanCredit.Loan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What monitors must find, computed from the rows in the plainest way. */
final class Direct {
    private static final String RISK = "Risk";
    private static final int DECILES = 10;
    private static final int CONFIDENCE_BINS = 20;

    private Direct() {}

    static long count(List<Loan> loans, Predicate<Loan> test) {
        return loans.stream().filter(test).count();
    }

    static double share(List<Loan> loans, Predicate<Loan> test) {
        return (double) count(loans, test) / loans.size();
    }

    static boolean isRight(Loan loan) {
        return loan.prediction().equals(loan.label());
    }

    /** The metrics of quality, a risk being positive. */
    static Map<String, Double> quality(List<Loan> loans) {
        double positives = count(loans, loan -> loan.label().equals(RISK));
        double predicted = count(loans, loan -> loan.prediction().equals(RISK));
        double hits = count(loans, loan -> isRight(loan) && loan.label().equals(RISK));
        return Map.of(
                "accuracy", share(loans, Direct::isRight),
                "precision", hits / predicted,
                "recall", hits / positives,
                "true_positive_rate", hits / positives,
                "f1_measure", 2 * hits / (positives + predicted),
                "area_under_roc", rocArea(loans),
                "log_loss", logLoss(loans));
    }

    /** The share of pairs of a risk and no risk that the model has in the right order; a tie counts half. */
    private static double rocArea(List<Loan> loans) {
        double inOrder = 0;
        double pairs = 0;
        for (Loan positive : loans) {
            for (Loan negative : loans) {
                if (positive.label().equals(RISK) && !negative.label().equals(RISK)) {
                    pairs++;
                    inOrder += (Math.signum(positive.risk() - negative.risk()) + 1) / 2;
                }
            }
        }
        return inOrder / pairs;
    }

    private static double logLoss(List<Loan> loans) {
        return loans.stream()
                .mapToDouble(loan -> -Math.log(loan.label().equals(RISK) ? loan.risk() : 1 - loan.risk()))
                .average()
                .orElseThrow();
    }

    /** The share of favourable outcomes among the loans of a group. */
    static double favourable(List<Loan> loans, Predicate<Loan> group) {
        return share(
                loans.stream().filter(group).toList(), loan -> loan.prediction().equals("No Risk"));
    }

    /** The share of loans with a value that no training loan has, or outside of the range that those have. */
    static double inconsistent(GermanCredit data) {
        Map<String, Set<String>> known = new HashMap<>();
        data.categories().forEach(name -> known.put(name, new HashSet<>(texts(data.training(), name))));
        Map<String, double[]> sorted = new HashMap<>();
        GermanCredit.NUMBERS.forEach(name -> sorted.put(name, sorted(data.training(), loan -> loan.number(name))));
        return share(
                data.payload(),
                loan -> known.entrySet().stream()
                                .anyMatch(each -> !each.getValue().contains(loan.text(each.getKey())))
                        || sorted.entrySet().stream()
                                .anyMatch(each -> isOutside(loan.number(each.getKey()), each.getValue())));
    }

    private static boolean isOutside(double number, double[] sorted) {
        return number < sorted[0] || number > sorted[sorted.length - 1];
    }

    private static List<String> texts(List<Loan> loans, String name) {
        return loans.stream().map(loan -> loan.text(name)).toList();
    }

    private static double[] sorted(List<Loan> loans, ToDoubleFunction<Loan> number) {
        return loans.stream().mapToDouble(number).sorted().toArray();
    }

    /** The accuracy that confidence lets expect: of each of 20 bins of confidence the share of training loans that were right. */
    static double expectedAccuracy(GermanCredit data) {
        double[] right = new double[CONFIDENCE_BINS];
        double[] all = new double[CONFIDENCE_BINS];
        for (Loan loan : data.training()) {
            all[bin(loan)]++;
            right[bin(loan)] += isRight(loan) ? 1 : 0;
        }
        return data.payload().stream()
                .mapToDouble(loan -> all[bin(loan)] == 0 ? loan.confidence() : right[bin(loan)] / all[bin(loan)])
                .average()
                .orElseThrow();
    }

    private static int bin(Loan loan) {
        return Math.min(CONFIDENCE_BINS - 1, (int) (loan.confidence() * CONFIDENCE_BINS));
    }

    /** The Jensen-Shannon distance of a column of texts. */
    static double distanceOfTexts(List<String> before, List<String> now) {
        Set<String> all = new HashSet<>(before);
        all.addAll(now);
        List<String> values = new ArrayList<>(all);
        return distance(shares(before, values), shares(now, values));
    }

    private static double[] shares(List<String> texts, List<String> values) {
        return values.stream()
                .mapToDouble(
                        value -> (double) texts.stream().filter(value::equals).count() / texts.size())
                .toArray();
    }

    /** The Jensen-Shannon distance of a column of numbers over the deciles of what was before. */
    static double distanceOfNumbers(List<Loan> before, List<Loan> now, ToDoubleFunction<Loan> number) {
        double[] sorted = sorted(before, number);
        double[] edges = new double[DECILES - 1];
        for (int i = 1; i < DECILES; i++) {
            double place = (double) i / DECILES * (sorted.length - 1);
            int low = (int) place;
            edges[i - 1] = sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]);
        }
        return distance(histogram(before, number, edges), histogram(now, number, edges));
    }

    private static double[] histogram(List<Loan> loans, ToDoubleFunction<Loan> number, double[] edges) {
        double[] shares = new double[edges.length + 1];
        for (Loan loan : loans) {
            double value = number.applyAsDouble(loan);
            shares[(int) Arrays.stream(edges).filter(edge -> value >= edge).count()] += 1.0 / loans.size();
        }
        return shares;
    }

    private static double distance(double[] before, double[] now) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double middle = (before[i] + now[i]) / 2;
            sum += bits(before[i], middle) + bits(now[i], middle);
        }
        return Math.sqrt(sum / 2);
    }

    private static double bits(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle) / Math.log(2);
    }
}
