package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.Facts;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import io.plumbline.measures.performance.BinaryCodes;
import io.plumbline.measures.performance.BinaryProfile;
import io.plumbline.measures.performance.BinaryProfileBuilder;
import io.plumbline.measures.performance.BinaryRows;
import io.plumbline.measures.performance.BinarySpec;
import io.plumbline.server.serve.Credits.Loan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Predictions and labels come in any order, are sent again, changed, merged and expire, and after each step a check gives to the bit what a
 * computation over all rows gives, whatever the checks before it kept.
 */
class LateLabelsTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int HOURS = 30;
    private static final int STEPS = 40;

    @TempDir
    private Path folder;

    private MonitoringDesk desk;
    private Dataset production;
    private Dataset labels;
    private Monitor quality;
    private Monitor fairness;
    private Random random = new Random();
    /** All records that are there, of an id in the order in which they came. */
    private final Map<String, List<Loan>> predicted = new HashMap<>();

    private final Map<String, List<Loan>> labelled = new HashMap<>();
    /** Records that were changed are not sent again. */
    private final Set<String> changed = new HashSet<>();

    private final List<Loan> loans = new ArrayList<>();
    private int batches;

    @BeforeEach
    void open() throws IOException {
        desk = new MonitoringDesk(folder);
        Model model = desk.model(Task.BINARY_CLASSIFICATION, Credits.AGE, Credits.AMOUNT, Credits.SEX);
        production = desk.production(model);
        labels = desk.labels(model);
        quality = desk.monitor(model, "quality", Facts.of("positive_class", "Risk"));
        fairness = desk.monitor(
                model,
                "fairness",
                Facts.of("favourable_class", List.of("No Risk"))
                        .with(
                                "features",
                                List.of(Map.of(
                                        "feature",
                                        "sex",
                                        "majority",
                                        List.of("male"),
                                        "minority",
                                        List.of("female")))));
        desk.now = BEGIN.plus(Duration.ofDays(3));
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCheckGivesWhatAllRowsGive(long seed) {
        random = new Random(seed);
        loans.addAll(Credits.draw(seed, 600, BEGIN, Duration.ofHours(HOURS), 0));
        sendPredictions();
        sendLabels();
        for (int step = 0; step < STEPS; step++) {
            step();
            checkQuality(window());
            checkFairness(window());
        }
    }

    private void step() {
        desk.now = desk.now.plusSeconds(1);
        switch (random.nextInt(11)) {
            case 0, 1 -> sendPredictions();
            case 2, 3, 4 -> sendLabels();
            case 5 -> changeLabels();
            case 6 -> changePredictions();
            case 7 -> compact();
            case 8 -> expire(production, predicted);
            case 9 -> forgetLabels();
            default -> expire(labels, labelled);
        }
    }

    private List<Loan> some() {
        List<Loan> some = new ArrayList<>();
        int wanted = 1 + random.nextInt(60);
        int first = random.nextInt(loans.size());
        for (int i = first; i < Math.min(loans.size(), first + wanted); i++) {
            if (!changed.contains(loans.get(i).id())) {
                some.add(loans.get(i));
            }
        }
        return some;
    }

    /** What the model says may be another thing the next time. */
    private void sendPredictions() {
        List<Loan> sent = some().stream()
                .map(loan -> new Loan(
                        loan.id(),
                        loan.at(),
                        loan.age(),
                        loan.amount(),
                        loan.sex(),
                        random.nextInt(1000) / 1000.0,
                        loan.label()))
                .toList();
        desk.append(production, "batch " + batches++, Credits.scored(sent));
        sent.forEach(loan ->
                predicted.computeIfAbsent(loan.id(), id -> new ArrayList<>()).add(loan));
    }

    /** Labels tell of the hour of the prediction, and some of another. */
    private void sendLabels() {
        List<Loan> sent = some().stream()
                .map(loan -> new Loan(
                        loan.id(),
                        random.nextInt(4) == 0 ? BEGIN.plusSeconds(random.nextInt(HOURS * 3600)) : loan.at(),
                        loan.age(),
                        loan.amount(),
                        loan.sex(),
                        loan.risk(),
                        random.nextBoolean() ? "Risk" : "No Risk"))
                .toList();
        desk.append(labels, "batch " + batches++, Credits.labelled(sent));
        sent.forEach(loan ->
                labelled.computeIfAbsent(loan.id(), id -> new ArrayList<>()).add(loan));
    }

    private void changeLabels() {
        List<String> ids = few(labelled);
        List<RecordChange> changes = new ArrayList<>();
        for (String id : ids) {
            String label = random.nextBoolean() ? "Risk" : "No Risk";
            changes.add(new RecordChange(id, Part.VALUE, "risk", Optional.of("\"" + label + "\""), desk.now));
            labelled.getOrDefault(id, List.of())
                    .replaceAll(
                            loan -> new Loan(id, loan.at(), loan.age(), loan.amount(), loan.sex(), loan.risk(), label));
        }
        desk.records.change(labels.id(), "batch " + batches++, changes);
    }

    /** The sex is no part of what the model said, so that a changed record has still a score that fits. */
    private void changePredictions() {
        List<String> ids = few(predicted);
        List<RecordChange> changes = new ArrayList<>();
        for (String id : ids) {
            String sex = random.nextBoolean() ? "male" : "female";
            changes.add(new RecordChange(id, Part.VALUE, "sex", Optional.of("\"" + sex + "\""), desk.now));
            predicted
                    .getOrDefault(id, List.of())
                    .replaceAll(
                            loan -> new Loan(id, loan.at(), loan.age(), loan.amount(), sex, loan.risk(), loan.label()));
        }
        desk.records.change(production.id(), "batch " + batches++, changes);
    }

    private List<String> few(Map<String, List<Loan>> of) {
        List<String> ids = of.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .skip(random.nextInt(20))
                .limit(5)
                .toList();
        changed.addAll(ids);
        return ids;
    }

    private void compact() {
        desk.records.compact(production.id());
        desk.records.compact(labels.id());
        if (random.nextBoolean()) {
            desk.records.cells(labels, BEGIN, BEGIN.plusSeconds(1), Set.of());
        }
    }

    private void expire(Dataset dataset, Map<String, List<Loan>> of) {
        Instant before = BEGIN.plusSeconds(random.nextInt(3 * 3600));
        desk.records.expire(dataset, before);
        of.values().forEach(list -> list.removeIf(loan -> loan.at().isBefore(before)));
    }

    private void forgetLabels() {
        desk.records.drop(labels.id());
        labelled.clear();
        sendLabels();
    }

    /** Whole hours, ends that cut an hour, and a few minutes. */
    private Window window() {
        int first = random.nextInt(HOURS);
        int last = first + 1 + random.nextInt(HOURS - first);
        Instant from = BEGIN.plus(Duration.ofHours(first));
        Instant until = BEGIN.plus(Duration.ofHours(last));
        return switch (random.nextInt(4)) {
            case 0 -> new Window(from, until);
            case 1 -> new Window(from.plusSeconds(1234), until.plusNanos(5_000));
            case 2 -> new Window(from.plusSeconds(60), from.plusSeconds(600));
            default -> new Window(BEGIN, BEGIN.plus(Duration.ofDays(2)));
        };
    }

    private static boolean isIn(Window window, Loan loan) {
        return !loan.at().isBefore(window.from()) && loan.at().isBefore(window.until());
    }

    private void checkQuality(Window window) {
        BinaryProfile expected = profile(window);
        Check check = desk.check(quality, window);
        assertThat(check.outcome().orElseThrow().records()).isEqualTo(expected.rows());
        if (expected.rows() > 0) {
            assertThat(MonitoringDesk.reading(desk.measurement(check), "accuracy")
                            .provenance()
                            .digests())
                    .containsExactly(expected.digest());
        }
    }

    private BinaryProfile profile(Window window) {
        BinaryProfileBuilder builder = new BinaryProfileBuilder(BinarySpec.DEFAULT);
        labelled.forEach((id, all) -> {
            List<Loan> predictions = predicted.getOrDefault(id, List.of());
            if (!all.isEmpty() && !predictions.isEmpty() && isIn(window, all.getLast())) {
                Loan prediction = predictions.getLast();
                builder.add(new BinaryRows(
                        1,
                        new byte[] {code(all.getLast().label())},
                        new byte[] {code(prediction.prediction())},
                        new double[] {prediction.risk()},
                        null));
            }
        });
        return builder.build();
    }

    private static byte code(String name) {
        return name.equals("Risk") ? BinaryCodes.POSITIVE : BinaryCodes.NEGATIVE;
    }

    private void checkFairness(Window window) {
        List<Loan> rows = predicted.values().stream()
                .flatMap(List::stream)
                .filter(loan -> isIn(window, loan))
                .toList();
        Check check = desk.check(fairness, window);
        assertThat(check.outcome().orElseThrow().records()).isEqualTo(rows.size());
        if (!rows.isEmpty()) {
            Measurement measured = desk.measurement(check);
            Reading difference = MonitoringDesk.reading(measured, "statistical_parity_difference");
            double expected = favourable(rows, "female") - favourable(rows, "male");
            if (Double.isNaN(expected)) {
                assertThat(difference.value()).isEmpty();
            } else {
                assertThat(difference.value().orElseThrow()).isCloseTo(expected, within(1e-12));
            }
        }
    }

    private static double favourable(List<Loan> rows, String sex) {
        double of = rows.stream().filter(loan -> loan.sex().equals(sex)).count();
        double favourable = rows.stream()
                .filter(loan -> loan.sex().equals(sex) && loan.prediction().equals("No Risk"))
                .count();
        return favourable / of;
    }
}
