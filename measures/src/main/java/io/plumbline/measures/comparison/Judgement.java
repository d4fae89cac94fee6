package io.plumbline.measures.comparison;

import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.measures.drift.MeasureId;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.preset.Correction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says which columns have drifted, and whether the data set has. All p-values of the same measure that are held against a limit, one
 * per column, are one family of tests and are corrected together. A column has drifted when its first score says so; it is not
 * judged when it has no score, or when its first score's measure states no limit.
 */
final class Judgement {
    private static final String NOTHING_JUDGED = "no column could be judged; ";

    private final List<MeasuredColumn> columns;
    private final Correction correction;
    private final double shareLimit;
    private final Map<MeasureId, Map<Double, Double>> adjusted;

    Judgement(List<MeasuredColumn> columns, Correction correction, double shareLimit) {
        this.columns = columns;
        this.correction = correction;
        this.shareLimit = shareLimit;
        this.adjusted = correction == Correction.NONE ? Map.of() : adjust();
    }

    private Map<MeasureId, Map<Double, Double>> adjust() {
        Map<MeasureId, List<Double>> families = columns.stream()
                .flatMap(column -> column.scores().stream())
                .filter(Judgement::isJudgedByP)
                .collect(Collectors.groupingBy(
                        score -> score.definition().id(), Collectors.mapping(Score::p, Collectors.toList())));
        return families.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, family -> adjust(family.getValue())));
    }

    /** By p-value: equal ones of a family stay equal. */
    private Map<Double, Double> adjust(List<Double> family) {
        double[] p = family.stream().mapToDouble(Double::doubleValue).toArray();
        double[] corrected = MultipleTests.adjust(p, correction);
        Map<Double, Double> byP = new TreeMap<>();
        for (int i = 0; i < p.length; i++) {
            byP.put(p[i], corrected[i]);
        }
        return byP;
    }

    private static boolean isJudgedByP(Score score) {
        return score.definition().threshold().isOnP() && !Double.isNaN(score.p());
    }

    List<ColumnReport> reports() {
        return columns.stream()
                .map(column -> column.judged(
                        column.outcomes().stream().map(this::judge).toList(), hasDrifted(column)))
                .toList();
    }

    private boolean hasDrifted(MeasuredColumn column) {
        return column.deciding().map(this::judge).filter(JudgedOutcome::drifted).isPresent();
    }

    private JudgedOutcome judge(Outcome outcome) {
        if (!(outcome instanceof Score score)) {
            return new JudgedOutcome(outcome, Double.NaN, false);
        }
        double adjustedP = adjustedP(score);
        double p = Double.isNaN(adjustedP) ? score.p() : adjustedP;
        return new JudgedOutcome(
                score, adjustedP, score.definition().threshold().isDrift(score.value(), p, score.effect()));
    }

    private double adjustedP(Score score) {
        return isJudgedByP(score)
                ? adjusted.getOrDefault(score.definition().id(), Map.of()).getOrDefault(score.p(), Double.NaN)
                : Double.NaN;
    }

    Verdict verdict() {
        int judged = (int)
                columns.stream().filter(column -> column.deciding().isPresent()).count();
        int drifted = (int) columns.stream().filter(this::hasDrifted).count();
        boolean overLimit = drifted > 0 && (double) drifted / judged >= shareLimit;
        return new Verdict(judged, drifted, shareLimit, overLimit, (judged == 0 ? NOTHING_JUDGED : "") + method());
    }

    private String method() {
        return "a column has drifted when its first computable measure crosses its threshold" + rules()
                + "; the data set when at least " + percent(shareLimit) + " of the columns judged have; "
                + correctionInWords();
    }

    private String rules() {
        Map<MeasureId, MeasureDefinition> deciding = columns.stream()
                .map(MeasuredColumn::deciding)
                .flatMap(Optional::stream)
                .map(Score::definition)
                .collect(
                        Collectors.toMap(MeasureDefinition::id, Function.identity(), (one, same) -> one, TreeMap::new));
        return deciding.values().stream()
                .map(definition -> definition.id() + ": " + definition.threshold())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), rules -> rules.isEmpty() ? "" : " (" + rules + ")"));
    }

    private String correctionInWords() {
        return correction == Correction.NONE
                ? "no correction for multiple tests"
                : "p-values corrected by " + correction.title() + " over the columns of each measure";
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
