package io.plumbline.server.serve;

import static io.plumbline.server.serve.MonitoringDesk.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Facts;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.server.serve.Credits.Loan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that a binary model was not trained on. */
class UnknownClassesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    @Test
    void aClassThatTrainingDoesNotHaveIsNegative() throws IOException {
        List<Loan> loans = new ArrayList<>(Credits.draw(2, 500, BEGIN, DAY, 0));
        loans.set(7, labelled(loans.get(7), "unknown"));

        Measurement measured = measured(loans);

        double positives = count(loans, "Risk");
        double hits = loans.stream()
                .filter(loan -> loan.prediction().equals("Risk") && loan.label().equals("Risk"))
                .count();
        assertThat(reading(measured, "recall").value()).hasValue(hits / positives);
        assertThat(measured.evidence().getFirst().data()).extracting("labels").isEqualTo(List.of("No Risk", "Risk"));
    }

    private Measurement measured(List<Loan> loans) throws IOException {
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            Model model = desk.model(Task.BINARY_CLASSIFICATION, Credits.AGE, Credits.RISK);
            Dataset training = desk.training(model);
            Dataset production = desk.production(model);
            Dataset labels = desk.labels(model);
            desk.append(training, "training", Credits.training(Credits.draw(1, 500, BEGIN.minus(DAY), DAY, 0)));
            desk.append(production, "payload", Credits.scored(loans));
            desk.append(labels, "labels", Credits.labelled(loans));
            desk.now = BEGIN.plus(DAY);
            Window window = new Window(BEGIN, desk.now);
            return desk.measurement(desk.check(desk.monitor(model, "quality", Facts.NONE), window));
        }
    }

    private static Loan labelled(Loan loan, String label) {
        return new Loan(loan.id(), loan.at(), loan.age(), loan.amount(), loan.sex(), loan.risk(), label);
    }

    private static double count(List<Loan> loans, String label) {
        return loans.stream().filter(loan -> loan.label().equals(label)).count();
    }
}
