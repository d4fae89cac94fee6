package io.plumbline.server.serve;

import static io.plumbline.server.serve.MonitoringDesk.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.Facts;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.drift.JensenShannon;
import io.plumbline.measures.table.ColumnRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The German credit data, where it lies beside the repository: each monitor gives what a direct computation over the rows gives. */
class GermanCreditMonitoringTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Window WINDOW = new Window(BEGIN, BEGIN.plus(Duration.ofDays(1)));
    private static final Column STATUS = Column.of("CheckingStatus", ValueType.TEXT, ColumnRole.FEATURE);
    private static final Column SEX = Column.of("Sex", ValueType.TEXT, ColumnRole.FEATURE);
    private static final Column AGE = Column.of("Age", ValueType.INTEGER, ColumnRole.FEATURE);
    private static final Column RISK = Column.of("Risk", ValueType.TEXT, ColumnRole.TARGET);
    private static final Column PREDICTION = Column.of("prediction", ValueType.TEXT, ColumnRole.PREDICTION);

    @TempDir
    private Path folder;

    /** One applicant; a rule of thumb stands for the model. */
    private record Row(String status, String sex, long age, String risk) {
        String prediction() {
            return status.equals("no_checking") || age > 40 ? "No Risk" : "Risk";
        }
    }

    @Test
    void eachMonitorGivesWhatTheRowsGive() throws IOException {
        List<Row> training = rows("german_credit_data_biased_training.csv");
        List<Row> test = rows("credit_risk_test_data.csv");
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            Model model = desk.model(Task.BINARY_CLASSIFICATION, STATUS, SEX, AGE, RISK);
            Dataset production = desk.dataset(model, Kind.PRODUCTION, STATUS, SEX, AGE, PREDICTION);
            desk.append(desk.dataset(model, Kind.BASELINE, STATUS, SEX, AGE, RISK), "training", batch(training, RISK));
            desk.append(production, "payload", batch(test, PREDICTION));
            desk.append(
                    desk.dataset(model, Kind.LABELS, STATUS, SEX, AGE, RISK, PREDICTION),
                    "feedback",
                    batch(test, RISK, PREDICTION));
            desk.now = WINDOW.until();
            quality(desk.measurement(desk.check(desk.monitor(model, "quality", Facts.NONE), WINDOW)), test);
            fairness(desk.measurement(desk.check(desk.monitor(model, "fairness", fairness()), WINDOW)), test);
            drift(desk.measurement(desk.check(desk.monitor(model, "drift_v2", Facts.NONE), WINDOW)), training, test);
        }
    }

    private static void quality(Measurement measured, List<Row> rows) {
        double hits =
                count(rows, row -> row.risk().equals("Risk") && row.prediction().equals("Risk"));
        double right = count(rows, row -> row.risk().equals(row.prediction()));
        double risks = count(rows, row -> row.risk().equals("Risk"));
        double predicted = count(rows, row -> row.prediction().equals("Risk"));
        assertThat(reading(measured, "accuracy").value()).hasValue(right / rows.size());
        assertThat(reading(measured, "recall").value()).hasValue(hits / risks);
        assertThat(reading(measured, "precision").value()).hasValue(hits / predicted);
        assertThat(reading(measured, "f1_measure").value().orElseThrow())
                .isCloseTo(2 * hits / (risks + predicted), within(1e-12));
        assertThat(reading(measured, "area_under_roc").reason()).isPresent();
    }

    private static void fairness(Measurement measured, List<Row> rows) {
        assertThat(reading(measured, "fairness_value", "feature", "Sex").value().orElseThrow())
                .isCloseTo(
                        100
                                * favourable(rows, row -> row.sex().equals("female"))
                                / favourable(rows, row -> row.sex().equals("male")),
                        within(1e-9));
        assertThat(reading(measured, "fairness_value", "feature", "Age").value().orElseThrow())
                .isCloseTo(
                        100
                                * favourable(rows, row -> row.age() >= 18 && row.age() <= 25)
                                / favourable(rows, row -> row.age() >= 26 && row.age() <= 75),
                        within(1e-9));
    }

    private static void drift(Measurement measured, List<Row> training, List<Row> rows) {
        TreeSet<String> statuses =
                new TreeSet<>(training.stream().map(Row::status).toList());
        double[] before =
                statuses.stream().mapToDouble(status -> share(training, status)).toArray();
        double[] now =
                statuses.stream().mapToDouble(status -> share(rows, status)).toArray();
        assertThat(reading(measured, "feature_drift_score", "field_name", "CheckingStatus")
                        .value()
                        .orElseThrow())
                .isCloseTo(JensenShannon.bits(before, now), within(1e-12));
    }

    private static double share(List<Row> rows, String status) {
        return (double) count(rows, row -> row.status().equals(status)) / rows.size();
    }

    private static long count(List<Row> rows, Predicate<Row> test) {
        return rows.stream().filter(test).count();
    }

    private static double favourable(List<Row> rows, Predicate<Row> group) {
        return (double) count(rows, group.and(row -> row.prediction().equals("No Risk"))) / count(rows, group);
    }

    private static Facts fairness() {
        return Facts.of("favourable_class", List.of("No Risk"))
                .with(
                        "features",
                        List.of(
                                Map.of("feature", "Sex", "majority", List.of("male"), "minority", List.of("female")),
                                Map.of(
                                        "feature", "Age",
                                        "majority", List.of(List.of(26, 75)),
                                        "minority", List.of(List.of(18, 25)))));
    }

    private static RecordBatch batch(List<Row> rows, Column... last) {
        List<BatchColumn> columns = new ArrayList<>(List.of(
                texts("CheckingStatus", rows.stream().map(Row::status)),
                texts("Sex", rows.stream().map(Row::sex)),
                new BatchColumn.Integers(
                        "Age", rows.stream().mapToLong(Row::age).toArray(), new BitSet())));
        for (Column column : last) {
            columns.add(texts(
                    column.name(), rows.stream().map(row -> column.equals(RISK) ? row.risk() : row.prediction())));
        }
        long begin = ChronoUnit.MICROS.between(Instant.EPOCH, BEGIN);
        return new RecordBatch(
                IntStream.range(0, rows.size()).mapToObj(i -> "row-" + i).toArray(String[]::new),
                IntStream.range(0, rows.size())
                        .mapToLong(i -> begin + i * 1_000_000L)
                        .toArray(),
                Optional.empty(),
                columns);
    }

    private static BatchColumn texts(String name, Stream<String> values) {
        return new BatchColumn.Texts(name, ValueType.TEXT, values.toArray(String[]::new), new BitSet());
    }

    private static List<Row> rows(String name) throws IOException {
        Optional<Path> path = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("shared/data/german-credit").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(path.isPresent(), name + " is not beside this repository");
        List<String> lines = Files.readAllLines(path.orElseThrow());
        List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(
                        cells[names.indexOf("CheckingStatus")],
                        cells[names.indexOf("Sex")],
                        Long.parseLong(cells[names.indexOf("Age")]),
                        cells[names.indexOf("Risk")]))
                .toList();
    }
}
