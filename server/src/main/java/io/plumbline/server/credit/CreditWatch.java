package io.plumbline.server.credit;

import io.plumbline.dialects.openscale.models.AdoptedModels;
import io.plumbline.dialects.openscale.monitors.AdoptedMonitors;
import io.plumbline.dialects.openscale.resources.AdoptedConnections;
import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Draft;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.demo.CreditDays;
import io.plumbline.server.serve.Core;
import io.plumbline.server.serve.Timelapse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sets a credit model under watch, and lets days of applications pass. */
public final class CreditWatch {
    /** The name of the model. */
    public static final String MODEL = "credit-risk";

    /** What its monitor of drift measures. */
    static final String DRIFT = "drift_v2";

    private static final String DEMO = "demo";

    private final Timelapse time;
    private final Core core;
    private final Caller caller;
    private final CreditDays days;

    /** Lets these days pass there. */
    public CreditWatch(Timelapse time, CreditDays days) {
        this.time = time;
        this.core = time.core();
        this.caller = time.caller();
        this.days = days;
    }

    /** The moment at which a first day begins. */
    public static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Registers the model with its monitors, and feeds and checks it day by day. */
    public Model run(Progress progress) {
        Model model = register();
        append(dataset(model, Kind.BASELINE, withOutcome()), "training", days.training());
        Dataset production = dataset(model, Kind.PRODUCTION, CreditDays.columns());
        Dataset labels = dataset(model, Kind.LABELS, List.of(CreditDays.outcome()));
        monitors(model);
        time.until(beginOf(days.firstDay()), () -> {});
        pass(production, labels, progress);
        return model;
    }

    /** Applications of a day come in while the checks of the day before run; what came of them does not, since these look at days that are over. */
    private void pass(Dataset production, Dataset labels, Progress progress) {
        Deque<RecordBatch> unknown = new ArrayDeque<>(List.of(apply(production, 1)));
        for (int day = 1; day <= days.count(); day++) {
            progress.report("days of applications", day, days.count());
            if (day > CreditDays.LABEL_DELAY) {
                takeIn(labels, day - CreditDays.LABEL_DELAY, unknown.remove());
            }
            int next = day + 1;
            time.until(beginOf(days.firstDay().plusDays(day)), () -> {
                if (next <= days.count()) {
                    unknown.add(apply(production, next));
                }
            });
        }
    }

    /** Takes in the applications of a day, and returns what will come of them. */
    private RecordBatch apply(Dataset production, int day) {
        CreditDays.Day drawn = days.day(day);
        takeIn(production, day, drawn.scored());
        return drawn.labelled();
    }

    /** Counting records makes a file of them, for which the checks would wait otherwise. */
    private void takeIn(Dataset dataset, int day, RecordBatch records) {
        append(dataset, "day " + day, records);
        core.records().count(dataset.id());
    }

    /** In the core's words, and so that clients of the OpenScale API see it. */
    private Model register() {
        Schema schema = new Schema(1, withOutcome());
        Id store = connection(Connection.Kind.STORE, AdoptedConnections.dataMart(DEMO));
        Id scoring = connection(Connection.Kind.SCORING, AdoptedConnections.serviceProvider(DEMO));
        return core.models()
                .add(
                        caller,
                        Optional.empty(),
                        header -> AdoptedModels.subscription(new Model(
                                header,
                                MODEL,
                                "1",
                                Model.Task.BINARY_CLASSIFICATION,
                                schema,
                                Optional.of(store),
                                Optional.of(scoring),
                                Document.EMPTY)));
    }

    private static List<Column> withOutcome() {
        List<Column> columns = new ArrayList<>(CreditDays.columns());
        columns.add(CreditDays.outcome());
        return columns;
    }

    private Id connection(Connection.Kind kind, Draft draft) {
        return core.connections().add(caller, Optional.empty(), kind, draft).id();
    }

    private Dataset dataset(Model model, Kind kind, List<Column> columns) {
        return core.datasets()
                .add(
                        caller,
                        Optional.empty(),
                        header -> AdoptedModels.dataSet(
                                model,
                                new Dataset(
                                        header,
                                        Optional.of(model.id()),
                                        kind,
                                        "",
                                        MODEL + " " + kind.name().toLowerCase(Locale.ROOT),
                                        "",
                                        new Schema(1, columns),
                                        Growth.FIXED,
                                        Optional.empty(),
                                        Document.EMPTY)));
    }

    private void append(Dataset dataset, String batch, RecordBatch records) {
        core.ingest().append(caller, dataset, batch, records);
    }

    /** Checks begin in this order: that of quality takes longest. */
    private void monitors(Model model) {
        monitor(
                model,
                "quality",
                Facts.of("positive_class", "defaulted").with("min_feedback_data_size", 100),
                lower("area_under_roc", 0.62),
                lower("accuracy", 0.68));
        monitor(
                model,
                DRIFT,
                Facts.NONE,
                upper("feature_drift_score", 0.13),
                upper("prediction_drift_score", 0.28),
                upper("confidence_drift_score", 0.4),
                upper("input_metadata_drift_score", 0.05),
                none("model_quality_score", Side.UPPER));
        monitor(model, "performance", Facts.NONE, lower("scoring_records", 1500));
        monitor(
                model,
                "fairness",
                Facts.of(
                                "features",
                                List.of(Map.of(
                                        "feature", "gender",
                                        "majority", List.of("male"),
                                        "minority", List.of("female"),
                                        "metric_ids", List.of("fairness_value"))))
                        .with("favourable_class", List.of("repaid"))
                        .with("unfavourable_class", List.of("defaulted"))
                        .with("min_records", 100),
                lower("fairness_value", 80));
    }

    private void monitor(Model model, String definition, Facts parameters, Threshold... thresholds) {
        Schedule daily = new Schedule(
                new Schedule.Every(1, ChronoUnit.DAYS),
                Optional.of(new Schedule.At(beginOf(days.firstDay().plusDays(1)))),
                Schedule.Status.ENABLED);
        core.monitors()
                .add(
                        caller,
                        core.definitions().find(caller, definition),
                        model,
                        (Header header) -> AdoptedMonitors.instance(
                                model,
                                new Monitor(
                                        header,
                                        definition,
                                        model.id(),
                                        "",
                                        List.of(thresholds),
                                        Optional.of(daily),
                                        parameters,
                                        Document.EMPTY)));
    }

    private static Threshold upper(String metric, double value) {
        return Threshold.of(metric, Side.UPPER, value);
    }

    private static Threshold lower(String metric, double value) {
        return Threshold.of(metric, Side.LOWER, value);
    }

    private static Threshold none(String metric, Side side) {
        return new Threshold(metric, side, OptionalDouble.empty(), List.of());
    }
}
