package io.plumbline.server.serve;

import static io.plumbline.server.serve.MonitoringDesk.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.Facts;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Result;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.measures.drift.JensenShannon;
import io.plumbline.server.serve.Credits.Loan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each monitor gives what a direct computation over the rows gives. */
class MonitoringTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Window FIRST = new Window(BEGIN, BEGIN.plus(DAY));
    /** Neither end is a whole hour. */
    private static final Window CUT =
            new Window(BEGIN.plusSeconds(1234), BEGIN.plus(DAY).minusSeconds(777));

    @TempDir
    private Path folder;

    private MonitoringDesk desk;
    private Model model;
    private Dataset production;
    private Dataset training;
    private Dataset labels;
    private final List<Loan> trained = Credits.draw(1, 1500, BEGIN.minus(DAY), DAY, 0);
    private final List<Loan> loans = Credits.draw(2, 2000, BEGIN, DAY, 0.6);

    @BeforeEach
    void open() throws IOException {
        desk = new MonitoringDesk(folder);
        model = desk.model(Task.BINARY_CLASSIFICATION, Credits.AGE, Credits.AMOUNT, Credits.SEX, Credits.RISK);
        production = desk.production(model);
        training = desk.training(model);
        labels = desk.labels(model);
        desk.append(training, "training", Credits.training(trained));
        desk.append(production, "payload", Credits.scored(loans));
        desk.now = BEGIN.plus(DAY);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void driftOfFeaturesIsThatOfTheirRows() {
        Monitor monitor = desk.monitor(model, "drift_v2", Facts.NONE);
        for (Window window : List.of(FIRST, CUT)) {
            Measurement measured = desk.measurement(desk.check(monitor, window));
            List<Loan> rows = in(window);
            double sex = JensenShannon.bits(
                    shares(trained, loan -> loan.sex().equals("female")),
                    shares(rows, loan -> loan.sex().equals("female")));
            Reading ofSex = reading(measured, "feature_drift_score", "field_name", "sex");
            assertThat(ofSex.value().orElseThrow()).isCloseTo(sex, within(1e-12));
            assertThat(ofSex.provenance().measure()).isEqualTo("js@1");
            assertThat(ofSex.provenance().currentCount()).isEqualTo(rows.size());
            assertThat(ofSex.provenance().referenceCount()).isEqualTo(1500);
            Reading ofAmount = reading(measured, "feature_drift_score", "field_name", "amount");
            assertThat(ofAmount.isExact()).isTrue();
            assertThat(ofAmount.value().orElseThrow()).isCloseTo(deciles(trained, rows), within(1e-12));
            Reading all = reading(measured, "feature_drift_score", "field_type", "subscription");
            double age = reading(measured, "feature_drift_score", "field_name", "age")
                    .value()
                    .orElseThrow();
            assertThat(all.value().orElseThrow())
                    .isCloseTo((sex + age + ofAmount.value().orElseThrow()) / 3, within(1e-12));
        }
    }

    @Test
    void driftOfPredictionsNeedsPredictionsInTheBaseline() {
        Measurement measured = desk.measurement(desk.check(desk.monitor(model, "drift_v2", Facts.NONE), FIRST));
        assertThat(reading(measured, "prediction_drift_score").value()).isEmpty();
        assertThat(reading(measured, "prediction_drift_score").reason().orElseThrow())
                .contains("the baseline has no column prediction");
    }

    @Test
    void qualityIsThatOfLabelsJoinedById() {
        desk.append(labels, "labels", Credits.labelled(loans.subList(0, 1200)));
        Monitor monitor = desk.monitor(model, "quality", Facts.of("min_feedback_data_size", 100));
        Check check = desk.check(monitor, FIRST);
        assertThat(check.outcome().orElseThrow().records()).isEqualTo(1200);
        Measurement measured = desk.measurement(check);
        List<Loan> joined = loans.subList(0, 1200);
        double right = count(joined, loan -> loan.prediction().equals(loan.label()));
        double hits = count(
                joined, loan -> loan.prediction().equals("Risk") && loan.label().equals("Risk"));
        double positives = count(joined, loan -> loan.label().equals("Risk"));
        double predicted = count(joined, loan -> loan.prediction().equals("Risk"));
        assertThat(reading(measured, "accuracy").value()).hasValue(right / 1200);
        assertThat(reading(measured, "recall").value()).hasValue(hits / positives);
        assertThat(reading(measured, "precision").value()).hasValue(hits / predicted);
        assertThat(reading(measured, "area_under_roc").value().orElseThrow()).isCloseTo(rocArea(joined), within(1e-12));
        assertThat(reading(measured, "accuracy").provenance().measure()).isEqualTo("accuracy@1");
        assertThat(measured.evidence().getFirst().data())
                .isEqualTo(Facts.plain(Map.of(
                        "labels",
                        List.of("No Risk", "Risk"),
                        "values",
                        List.of(
                                List.of((long) (1200 - positives - (predicted - hits)), (long) (predicted - hits)),
                                List.of((long) (positives - hits), (long) hits)))));
    }

    @Test
    void aLaterLabelCountsAndIsLookedAtAgain() {
        desk.append(labels, "labels", Credits.labelled(loans.subList(0, 1000)));
        desk.now = desk.now.plusSeconds(1);
        Monitor monitor = desk.monitor(model, "quality", Facts.NONE);
        Check first = desk.check(monitor, Check.Request.by(Trigger.USER));
        assertThat(first.outcome().orElseThrow().records()).isEqualTo(1000);
        desk.now = desk.now.plus(DAY);
        desk.append(labels, "late", Credits.labelled(loans.subList(1000, 2000)));
        desk.now = desk.now.plus(DAY);
        Check second = desk.check(monitor, Check.Request.by(Trigger.USER));
        assertThat(second.outcome().orElseThrow().records()).isEqualTo(1000);
        assertThat(desk.measurement(first).knownAt())
                .isBefore(desk.measurement(second).knownAt());
        Check whole = desk.check(monitor, FIRST);
        assertThat(whole.outcome().orElseThrow().records()).isEqualTo(2000);
        assertThat(desk.measurement(first).readings())
                .isNotEqualTo(desk.measurement(whole).readings());
    }

    @Test
    void fairnessIsTheRatioOfFavourableOutcomes() {
        Monitor monitor = desk.monitor(model, "fairness", fairness());
        Measurement measured = desk.measurement(desk.check(monitor, CUT));
        List<Loan> rows = in(CUT);
        double women = favourable(rows, loan -> loan.sex().equals("female"));
        double men = favourable(rows, loan -> loan.sex().equals("male"));
        double young = favourable(rows, loan -> loan.age() <= 25);
        double old = favourable(rows, loan -> loan.age() > 25 && loan.age() <= 75);
        assertThat(reading(measured, "fairness_value", "feature", "sex").value().orElseThrow())
                .isCloseTo(100 * women / men, within(1e-9));
        assertThat(reading(measured, "statistical_parity_difference", "feature_value", "18-25")
                        .value()
                        .orElseThrow())
                .isCloseTo(young - old, within(1e-12));
        assertThat(reading(measured, "error_rate_difference", "feature", "sex").reason())
                .isPresent();
    }

    @Test
    void errorRatesOfGroupsComeFromLabels() {
        desk.append(labels, "labels", Credits.labelled(loans));
        Measurement measured = desk.measurement(desk.check(desk.monitor(model, "fairness", fairness()), FIRST));
        double women = errors(loans, loan -> loan.sex().equals("female"));
        double men = errors(loans, loan -> loan.sex().equals("male"));
        assertThat(reading(measured, "error_rate_difference", "feature", "sex")
                        .value()
                        .orElseThrow())
                .isCloseTo(women - men, within(1e-12));
    }

    @Test
    void dataDriftIsTheShareOfRecordsThatTheBaselineDoesNotAllow() {
        Measurement measured = desk.measurement(desk.check(desk.monitor(model, "drift", Facts.NONE), FIRST));
        double least = trained.stream().mapToDouble(Loan::amount).min().orElseThrow();
        double most = trained.stream().mapToDouble(Loan::amount).max().orElseThrow();
        double outside = count(loans, loan -> loan.amount() < least || loan.amount() > most);
        assertThat(outside).isPositive();
        assertThat(reading(measured, "data_drift_magnitude").value()).hasValue(outside / 2000);
        double confidence = loans.stream()
                .mapToDouble(loan -> Math.max(loan.risk(), 1 - loan.risk()))
                .average()
                .orElseThrow();
        assertThat(reading(measured, "predicted_accuracy").value().orElseThrow())
                .isCloseTo(confidence, within(1e-9));
        assertThat(reading(measured, "drift_magnitude").reason().orElseThrow()).contains("no labelled records");
    }

    @Test
    void trafficIsCounted() {
        Measurement measured = desk.measurement(desk.check(desk.monitor(model, "performance", Facts.NONE), CUT));
        assertThat(reading(measured, "scoring_records").value()).hasValue(in(CUT).size());
        Window later = new Window(FIRST.until(), FIRST.until().plus(DAY));
        Monitor monitor = desk.core.monitors().list(desk.caller, model.id()).getFirst();
        Measurement nothing = desk.measurement(desk.check(monitor, later));
        assertThat(reading(nothing, "scoring_records").value()).hasValue(0);
    }

    @Test
    void theSameCheckOnTheSameDataGivesTheSameReadings() {
        desk.append(labels, "labels", Credits.labelled(loans));
        for (String definition : List.of("quality", "drift", "drift_v2", "performance")) {
            Monitor monitor = desk.monitor(model, definition, Facts.NONE);
            Measurement once = desk.measurement(desk.check(monitor, FIRST));
            Measurement again = desk.measurement(desk.check(monitor, FIRST));
            assertThat(again.readings()).isEqualTo(once.readings());
            assertThat(again.evidence()).isEqualTo(once.evidence());
        }
    }

    @Test
    void readingsAreTheSameFromStoredProfilesAndFromRecords() {
        Monitor monitor = desk.monitor(model, "drift_v2", Facts.NONE);
        Measurement stored = desk.measurement(desk.check(monitor, FIRST));
        Window ofNoWholeHours = new Window(FIRST.from(), FIRST.until().minus(Duration.of(1, ChronoUnit.MICROS)));
        Measurement scanned = desk.measurement(desk.check(monitor, ofNoWholeHours));
        assertThat(scanned.readings()).isEqualTo(stored.readings());
    }

    @Test
    void whatCannotBeComputedIsNoFailure() {
        Monitor quality = desk.monitor(model, "quality", Facts.NONE);
        Check none = desk.check(quality, FIRST);
        assertThat(none.outcome().orElseThrow().result()).isEqualTo(Result.NOT_COMPUTABLE);
        assertThat(none.outcome().orElseThrow().message()).contains("0 records");
        assertThatThrownBy(() -> desk.measurement(none)).isInstanceOf(PlumblineException.class);
        Window empty = new Window(BEGIN.minus(DAY.multipliedBy(9)), BEGIN.minus(DAY.multipliedBy(8)));
        Check drift = desk.check(desk.monitor(model, "drift_v2", Facts.NONE), empty);
        assertThat(drift.outcome().orElseThrow().result()).isEqualTo(Result.NOT_COMPUTABLE);
        Check few = desk.check(desk.monitor(model, "drift", Facts.of("min_samples", 5000)), FIRST);
        assertThat(few.outcome().orElseThrow().message()).contains("2000 records, and at least 5000");
    }

    @Test
    void trainingRecordsThatComeAfterACheckCount() {
        Monitor monitor = desk.monitor(model, "drift_v2", Facts.NONE);
        desk.check(monitor, FIRST);
        List<Loan> later = Credits.draw(3, 700, BEGIN.minus(DAY), DAY, 0.9);
        desk.append(training, "more training", Credits.training(later));
        List<Loan> all = Stream.concat(trained.stream(), later.stream()).toList();
        Reading amount =
                reading(desk.measurement(desk.check(monitor, FIRST)), "feature_drift_score", "field_name", "amount");
        assertThat(amount.provenance().referenceCount()).isEqualTo(all.size());
        assertThat(amount.value().orElseThrow()).isCloseTo(deciles(all, in(FIRST)), within(1e-12));
    }

    @Test
    void aBaselineWithoutRecordsIsNoFailure() {
        Window before = new Window(BEGIN.minus(DAY.multipliedBy(9)), BEGIN.minus(DAY.multipliedBy(8)));
        Baseline empty = desk.core
                .baselines()
                .add(
                        desk.caller,
                        model,
                        header ->
                                new Baseline(header, model.id(), "empty", new Baseline.Fixed(production.id(), before)));
        Facts named = Facts.of("baseline", empty.id().toString());
        Check check = desk.check(desk.monitor(model, "drift_v2", named), FIRST);
        assertThat(check.outcome().orElseThrow().result()).isEqualTo(Result.NOT_COMPUTABLE);
        assertThat(check.outcome().orElseThrow().message()).contains("empty").contains("has no records");
    }

    @Test
    void aMonitorThatMakesNoSenseIsRefused() {
        Threshold unknown = Threshold.of("accurracy", Side.LOWER, 0.5);
        assertThatThrownBy(() -> desk.monitor(model, "quality", Facts.NONE, unknown))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("no metric of quality");
        Map<String, Object> feature =
                Map.of("feature", "gender", "majority", List.of("male"), "minority", List.of("female"));
        Facts ofNoColumn = Facts.of("favourable_class", List.of("No Risk")).with("features", List.of(feature));
        assertThatThrownBy(() -> desk.monitor(model, "fairness", ofNoColumn))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("no column gender");
        assertThat(desk.core.monitors().list(desk.caller, model.id())).isEmpty();
    }

    @Test
    void anIncidentOpensOnceAndClosesAfterGoodChecks() {
        Threshold limit = Threshold.of("scoring_records", Side.LOWER, 100);
        Monitor monitor = desk.monitor(model, "performance", Facts.NONE, limit);
        Window later = new Window(FIRST.until(), FIRST.until().plus(DAY));
        assertThat(desk.measurement(desk.check(monitor, FIRST)).issueCount()).isZero();
        assertThat(desk.measurement(desk.check(monitor, later)).issueCount()).isEqualTo(1);
        desk.check(monitor, new Window(later.until(), later.until().plus(DAY)));
        List<Incident> open = desk.core.measurements().incidents(desk.caller, IncidentQuery.openOf(monitor.id(), 10));
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().breaches()).isEqualTo(2);
        assertThat(open.getFirst().openedAt()).isEqualTo(later.until());
        Window good = new Window(BEGIN, BEGIN.plus(DAY.multipliedBy(4)));
        desk.check(monitor, good);
        assertThat(desk.core.measurements().incidents(desk.caller, IncidentQuery.openOf(monitor.id(), 10)))
                .hasSize(1);
        desk.check(monitor, new Window(BEGIN, BEGIN.plus(DAY.multipliedBy(5))));
        assertThat(desk.core.measurements().incidents(desk.caller, IncidentQuery.openOf(monitor.id(), 10)))
                .isEmpty();
    }

    private static Facts fairness() {
        return Facts.of("favourable_class", List.of("No Risk"))
                .with("unfavourable_class", List.of("Risk"))
                .with(
                        "features",
                        List.of(
                                Map.of("feature", "sex", "majority", List.of("male"), "minority", List.of("female")),
                                Map.of(
                                        "feature",
                                        "age",
                                        "majority",
                                        List.of(List.of(26, 75)),
                                        "minority",
                                        List.of(List.of(18, 25)))));
    }

    private List<Loan> in(Window window) {
        return loans.stream()
                .filter(loan -> !loan.at().isBefore(window.from()) && loan.at().isBefore(window.until()))
                .toList();
    }

    private static long count(List<Loan> rows, Predicate<Loan> test) {
        return rows.stream().filter(test).count();
    }

    private static double favourable(List<Loan> rows, Predicate<Loan> group) {
        return (double) count(rows, group.and(loan -> loan.prediction().equals("No Risk"))) / count(rows, group);
    }

    private static double errors(List<Loan> rows, Predicate<Loan> group) {
        return (double) count(rows, group.and(loan -> !loan.prediction().equals(loan.label()))) / count(rows, group);
    }

    private static double[] shares(List<Loan> rows, Predicate<Loan> test) {
        double share = (double) count(rows, test) / rows.size();
        return new double[] {share, 1 - share};
    }

    /** Over the deciles of the first, by linear interpolation; the outer bins are open, the last one takes its upper edge. */
    private static double deciles(List<Loan> reference, List<Loan> current) {
        double[] sorted = reference.stream().mapToDouble(Loan::amount).sorted().toArray();
        double[] edges = new double[9];
        for (int i = 1; i < 10; i++) {
            double place = i / 10.0 * (sorted.length - 1);
            int low = (int) Math.floor(place);
            edges[i - 1] = sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]);
        }
        return JensenShannon.bits(histogram(reference, edges), histogram(current, edges));
    }

    private static double[] histogram(List<Loan> rows, double[] edges) {
        double[] shares = new double[edges.length + 1];
        for (Loan loan : rows) {
            int bin = 0;
            while (bin < edges.length && loan.amount() >= edges[bin]) {
                bin++;
            }
            shares[bin] += 1.0 / rows.size();
        }
        return shares;
    }

    /** The share of pairs of a risk and no risk that are in the right order, ties counting half. */
    private static double rocArea(List<Loan> rows) {
        double right = 0;
        double pairs = 0;
        for (Loan positive : rows) {
            for (Loan negative : rows) {
                if (positive.label().equals("Risk") && negative.label().equals("No Risk")) {
                    pairs++;
                    right += positive.risk() > negative.risk() ? 1 : positive.risk() == negative.risk() ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }
}
