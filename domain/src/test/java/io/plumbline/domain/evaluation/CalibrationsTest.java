package io.plumbline.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.performance.ExpectedAccuracy;
import io.plumbline.measures.performance.ExpectedAccuracy.Prediction;
import io.plumbline.measures.table.ColumnRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationsTest {
    private static final Id DATASET = new Id(1, 3);
    private static final Column TARGET = Column.of("label", ValueType.TEXT, ColumnRole.TARGET);
    private static final Column PREDICTION = Column.of("said", ValueType.TEXT, ColumnRole.PREDICTION);

    private long changes;
    private final Calibrations calibrations = new Calibrations(dataset -> dataset + " " + this.changes);
    private int readings;

    private ExpectedAccuracy of(Column prediction) {
        return calibrations.of(source(prediction), () -> {
            readings++;
            ExpectedAccuracy accuracy = new ExpectedAccuracy();
            accuracy.calibrate(0.9, Prediction.RIGHT);
            return accuracy;
        });
    }

    private static LabelSource source(Column prediction) {
        Dataset dataset = new Dataset(
                new Header(DATASET, new Id(1, 1), Optional.empty(), 1, Stamp.made(Instant.EPOCH, "ada")),
                Optional.empty(),
                Dataset.Kind.BASELINE,
                "",
                "training",
                "",
                new Schema(1, List.of(TARGET, PREDICTION)),
                Dataset.Growth.FIXED,
                Optional.empty(),
                Document.EMPTY);
        return new LabelSource(dataset, Optional.empty(), TARGET, prediction, Optional.empty(), Optional.empty());
    }

    @Test
    void recordsThatAreAsTheyWereAreReadOnce() {
        of(PREDICTION).add(0.2);

        assertThat(of(PREDICTION).rows()).isZero();
        assertThat(of(PREDICTION).labelledRows()).isEqualTo(1);
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void recordsThatChangedAreReadAgain() {
        of(PREDICTION);
        changes++;
        of(PREDICTION);

        assertThat(readings).isEqualTo(2);
    }

    @Test
    void otherColumnsAreReadForThemselves() {
        of(PREDICTION);
        of(TARGET);

        assertThat(readings).isEqualTo(2);
    }
}
