package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How an engine hands over windows of records, and joins records by id. */
public abstract class RecordWindowContract extends RecordFilesContract {
    private static final Column LABEL = column("label", ValueType.TEXT);
    private static final Column PREDICTION = column("prediction", ValueType.NUMBER);
    private static final Column OTHER = column("label", ValueType.INTEGER);

    private static Instant at(long micros) {
        return Instant.EPOCH.plusNanos(micros * 1000);
    }

    private List<RecordBatch> window(Files files, RecordWindow window) {
        List<RecordBatch> batches = new ArrayList<>();
        engine().scan(files, window, 3, batches::add);
        return batches;
    }

    private static List<String> ids(Iterable<RecordBatch> batches) {
        List<String> ids = new ArrayList<>();
        batches.forEach(batch -> ids.addAll(Arrays.asList(batch.ids())));
        return ids;
    }

    @Test
    void aWindowHasTheColumnsThatWereAskedFor() {
        List<Column> columns = List.of(LABEL, PREDICTION);
        Path first = write(
                columns,
                SampleRecord.of("b", 20, "label", "y", "prediction", 2.0),
                SampleRecord.of("a", 10, "label", "x", "prediction", 1.0));
        Path second = write(columns, SampleRecord.of("c", 15, "prediction", 3.0), SampleRecord.of("d", 30));
        Files files = files(columns, first, second);
        List<RecordBatch> found =
                window(files, new RecordWindow(Optional.of(at(10)), Optional.of(at(30)), List.of("prediction")));
        assertThat(ids(found)).containsExactly("a", "c", "b");
        assertThat(found.getFirst().columns()).hasSize(1);
        assertThat(((BatchColumn.Numbers) found.getFirst().columns().getFirst()).values())
                .containsExactly(1, 3, 2);
        assertThat(ids(window(files, RecordWindow.all(List.of())))).containsExactly("a", "c", "b", "d");
        assertThat(window(files, new RecordWindow(Optional.of(at(31)), Optional.empty(), List.of())))
                .isEmpty();
        assertThat(window(files(columns), RecordWindow.all(List.of("label")))).isEmpty();
        assertThatThrownBy(() -> window(files, RecordWindow.all(List.of("nothing"))))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void aWindowShowsChanges() {
        Path path = write(List.of(LABEL), SampleRecord.of("a", 10, "label", "x"));
        Path changed = change(value("a", "label", "\"z\""));
        List<RecordBatch> found =
                window(new Files(List.of(LABEL), List.of(path), List.of(changed)), RecordWindow.all(List.of("label")));
        assertThat(((BatchColumn.Texts) found.getFirst().columns().getFirst()).values())
                .containsExactly("z");
    }

    /** The joined rows, by id. */
    private Map<String, List<Object>> join(Files labels, RecordWindow window, Files predictions) {
        Map<String, List<Object>> joined = new TreeMap<>();
        engine().join(labels, window, predictions, List.of("prediction"), 3, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                String label = ((BatchColumn.Texts) batch.columns().get(0)).values()[row];
                double prediction = ((BatchColumn.Numbers) batch.columns().get(1)).values()[row];
                assertThat(joined.put(batch.ids()[row], List.of(label, prediction)))
                        .isNull();
            }
        });
        return joined;
    }

    @Test
    void recordsAreJoinedByIdAndTheLastOneCounts() {
        Files labels = files(
                List.of(LABEL),
                write(
                        List.of(LABEL),
                        List.of(
                                new Received(RECEIVED, labels(SampleRecord.of("a", 10, "label", "old"))),
                                new Received(
                                        RECEIVED.plusSeconds(1),
                                        labels(
                                                SampleRecord.of("a", 10, "label", "new"),
                                                SampleRecord.of("b", 11, "label", "x"),
                                                SampleRecord.of("c", 50, "label", "late"),
                                                SampleRecord.of("nobody", 12, "label", "x"))))));
        Files predictions = files(
                List.of(PREDICTION, OTHER),
                write(List.of(PREDICTION), SampleRecord.of("a", 1, "prediction", 0.1), SampleRecord.of("b", 1)),
                write(
                        List.of(PREDICTION),
                        List.of(new Received(
                                RECEIVED.plusSeconds(9),
                                SampleRecord.batch(
                                        List.of(PREDICTION),
                                        List.of(
                                                SampleRecord.of("b", 2, "prediction", 0.9),
                                                SampleRecord.of("c", 3, "prediction", 0.3)))))));
        RecordWindow all = RecordWindow.all(List.of("label"));
        assertThat(join(labels, all, predictions))
                .isEqualTo(Map.of("a", List.of("new", 0.1), "b", List.of("x", 0.9), "c", List.of("late", 0.3)));
        RecordWindow early = new RecordWindow(Optional.empty(), Optional.of(at(50)), List.of("label"));
        assertThat(join(labels, early, predictions)).containsOnlyKeys("a", "b");
        assertThat(join(labels, all, files(List.of(PREDICTION)))).isEmpty();
        assertThat(join(files(List.of(LABEL)), all, predictions)).isEmpty();
    }

    @Test
    void anIdWhoseLastRecordIsOfAnotherTimeHasNoneInAWindow() {
        Files labels = files(
                List.of(LABEL),
                write(
                        List.of(LABEL),
                        List.of(
                                new Received(RECEIVED, labels(SampleRecord.of("a", 10, "label", "old"))),
                                new Received(
                                        RECEIVED.plusSeconds(1), labels(SampleRecord.of("a", 90, "label", "new"))))));
        Files predictions =
                files(List.of(PREDICTION), write(List.of(PREDICTION), SampleRecord.of("a", 1, "prediction", 0.5)));
        Instant between = at(50);
        RecordWindow before = new RecordWindow(Optional.empty(), Optional.of(between), List.of("label"));
        RecordWindow after = new RecordWindow(Optional.of(between), Optional.empty(), List.of("label"));
        assertThat(join(labels, before, predictions)).isEmpty();
        assertThat(join(labels, after, predictions)).isEqualTo(Map.of("a", List.of("new", 0.5)));
    }

    private static RecordBatch labels(SampleRecord... records) {
        return SampleRecord.batch(List.of(LABEL), List.of(records));
    }

    @Test
    void aJoinIsWhatLookingUpEveryRecordGives() {
        Random random = new Random(11);
        List<Path> labels = new ArrayList<>();
        List<Path> predictions = new ArrayList<>();
        Map<String, String> lastLabels = new HashMap<>();
        Map<String, Double> lastPredictions = new HashMap<>();
        for (int file = 0; file < 4; file++) {
            Instant received = RECEIVED.plusSeconds(file);
            Map<String, SampleRecord> ofLabels = new TreeMap<>();
            Map<String, SampleRecord> ofPredictions = new TreeMap<>();
            for (int i = 0; i < 200; i++) {
                String id = "r" + random.nextInt(400);
                ofLabels.put(id, SampleRecord.of(id, i, "label", file + "-" + i));
                String other = "r" + random.nextInt(400);
                ofPredictions.put(other, SampleRecord.of(other, i, "prediction", random.nextDouble()));
            }
            ofLabels.forEach((id, record) ->
                    lastLabels.put(id, String.valueOf(record.values().get("label"))));
            ofPredictions.forEach((id, record) ->
                    lastPredictions.put(id, (Double) record.values().get("prediction")));
            labels.add(written(LABEL, received, ofLabels));
            predictions.add(written(PREDICTION, received, ofPredictions));
        }
        Map<String, List<Object>> expected = new TreeMap<>();
        lastLabels.forEach((id, label) -> {
            Double prediction = lastPredictions.get(id);
            if (prediction != null) {
                expected.put(id, List.of(label, prediction));
            }
        });
        assertThat(join(
                        files(List.of(LABEL), labels.toArray(Path[]::new)),
                        RecordWindow.all(List.of("label")),
                        files(List.of(PREDICTION), predictions.toArray(Path[]::new))))
                .isEqualTo(expected);
    }

    private Path written(Column column, Instant received, Map<String, SampleRecord> records) {
        List<Column> columns = List.of(column);
        return write(
                columns, List.of(new Received(received, SampleRecord.batch(columns, List.copyOf(records.values())))));
    }
}
