package io.plumbline.server.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.measurement.Incident;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import io.plumbline.server.demo.CreditDays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's days by a fast clock: monitors find what was planted on its day, and nothing else. */
class CreditWatchTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    @TempDir
    private Path folder;

    private Configuration configuration() {
        return Configuration.of(
                Settings.of(Map.of(Setting.DATA, folder.resolve("data").toString()), Map.of(), Optional.empty()));
    }

    private Findings findings(long seed, int days) {
        return Findings.ofRun(configuration(), new CreditDays(seed, FIRST, days), Progress.SILENT);
    }

    private static List<String> told(Findings findings) {
        return findings.incidents().stream()
                .map(incident -> findings.dayOf(incident.openedAt()) + " " + incident.metric()
                        + (Findings.about(incident).isEmpty() ? "" : " of " + Findings.about(incident))
                        + incident.closedAt()
                                .map(closed -> " until " + findings.dayOf(closed))
                                .orElse(""))
                .toList();
    }

    @Test
    void sixtyDaysHaveThePlantedIncidentsAndNoOthers() {
        assertThat(told(findings(1, 60)))
                .containsExactly(
                        "12 fairness_value of female",
                        "25 input_metadata_drift_score until 27",
                        "25 scoring_records until 27",
                        "32 area_under_roc until 34",
                        "40 confidence_drift_score",
                        "40 feature_drift_score of credit_utilization",
                        "40 feature_drift_score of interest_rate",
                        "40 feature_drift_score of online_application",
                        "40 prediction_drift_score",
                        "47 accuracy");
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 21})
    void otherSeedsHaveNoFalseAlarms(long seed) {
        assertThat(told(findings(seed, 20)))
                .containsExactly(
                        "4 fairness_value of female",
                        "8 input_metadata_drift_score until 10",
                        "8 scoring_records until 10",
                        "13 confidence_drift_score",
                        "13 feature_drift_score of credit_utilization",
                        "13 feature_drift_score of interest_rate",
                        "13 feature_drift_score of online_application",
                        "13 prediction_drift_score",
                        "15 area_under_roc until 17",
                        "20 accuracy");
    }

    @Test
    void whatWasFoundIsReadAgain() {
        Findings found = findings(5, CreditDays.FEWEST);

        Findings kept = Findings.kept(configuration(), found.days(), CreditWatch.beginOf(FIRST.plusDays(30)));

        assertThat(kept.incidents()).isEqualTo(found.incidents());
        assertThat(found.incidents()).extracting(Incident::metric).isNotEmpty();
    }
}
