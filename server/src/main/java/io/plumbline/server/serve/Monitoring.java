package io.plumbline.server.serve;

import io.plumbline.domain.Ids;
import io.plumbline.domain.Repository;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.baseline.BaselineReader;
import io.plumbline.domain.baseline.BaselineStore;
import io.plumbline.domain.check.Backlogs;
import io.plumbline.domain.check.CheckStore;
import io.plumbline.domain.check.CheckTask;
import io.plumbline.domain.check.Evaluator;
import io.plumbline.domain.check.Evaluators;
import io.plumbline.domain.check.MetricsProviders;
import io.plumbline.domain.check.Scheduling;
import io.plumbline.domain.check.Subjects;
import io.plumbline.domain.evaluation.AccuracyEstimates;
import io.plumbline.domain.evaluation.Comparisons;
import io.plumbline.domain.evaluation.DriftEvaluator;
import io.plumbline.domain.evaluation.DriftV2Evaluator;
import io.plumbline.domain.evaluation.FairnessEvaluator;
import io.plumbline.domain.evaluation.PerformanceEvaluator;
import io.plumbline.domain.evaluation.QualityEvaluator;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.monitor.CronCalendar;
import io.plumbline.domain.performance.PerformanceProfiles;
import io.plumbline.domain.record.CountedEdges;
import io.plumbline.domain.record.Profiler;
import io.plumbline.domain.record.WindowProfiles;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.store.records.CellProfiler;
import io.plumbline.store.records.LoggedRecordStore;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.LibraryCronCalendar;
import io.plumbline.store.sql.SqlBaselineStore;
import io.plumbline.store.sql.SqlCheckStore;
import io.plumbline.store.sql.SqlCountedEdges;
import io.plumbline.store.sql.SqlMeasurementStore;
import io.plumbline.store.sql.SqlPerformanceCellStore;
import io.plumbline.store.sql.SqlRepository;
import io.plumbline.store.sql.SqlTasks;
import java.time.InstantSource;
import java.util.Map;

/** What measures, by itself and when it is asked. */
public record Monitoring(
        CheckStore checks,
        MeasurementStore measurements,
        Repository<Baseline> baselines,
        BaselineStore baselineProfiles,
        Evaluators evaluators,
        CronCalendar calendar,
        Backlogs backlogs,
        CheckTask task,
        Scheduling scheduling) {

    /**
     * Over these stores.
     *
     * @param providers who measures what this server does not
     */
    public static Monitoring over(
            Database database,
            LoggedRecordStore records,
            Sketches sketches,
            SqlTasks tasks,
            MetricsProviders providers,
            Ids ids,
            InstantSource clock) {
        CheckStore checks = new SqlCheckStore(database, tasks);
        MeasurementStore measurements = new SqlMeasurementStore(database);
        Repository<Baseline> baselines = SqlRepository.baselines(database);
        BaselineStore profiles = new SqlBaselineStore(database, sketches);
        Repository<Dataset> datasets = SqlRepository.datasets(database);
        Comparisons comparisons = new Comparisons(
                baselines,
                new BaselineReader(datasets, records, profiles, sketches),
                new WindowProfiles(records, sketches),
                new SqlCountedEdges(database),
                records);
        Evaluators evaluators = new Evaluators(
                evaluators(
                        records, new PerformanceProfiles(records, new SqlPerformanceCellStore(database)), comparisons),
                providers);
        CronCalendar calendar = new LibraryCronCalendar();
        Subjects subjects = new Subjects(
                SqlRepository.monitors(database),
                SqlRepository.customMonitors(database),
                SqlRepository.models(database),
                datasets);
        return new Monitoring(
                checks,
                measurements,
                baselines,
                profiles,
                evaluators,
                calendar,
                new Backlogs(subjects, evaluators, measurements, records),
                new CheckTask(checks, measurements, subjects, evaluators, records, ids, clock),
                new Scheduling(checks, subjects, evaluators, records, calendar, clock));
    }

    private static Map<String, Evaluator> evaluators(
            LoggedRecordStore records, PerformanceProfiles profiles, Comparisons comparisons) {
        AccuracyEstimates accuracy = new AccuracyEstimates(records);
        return Map.of(
                "quality", new QualityEvaluator(records, profiles),
                "fairness", new FairnessEvaluator(records, profiles),
                "drift", new DriftEvaluator(comparisons, accuracy, records),
                "drift_v2", new DriftV2Evaluator(comparisons, accuracy),
                "performance", new PerformanceEvaluator(records));
    }

    /** Profiles records, those that are compared with a baseline over its edges. */
    public static CellProfiler profiler(Database database, Sketches sketches) {
        Profiler profiler = Profiler.of(sketches);
        CountedEdges edges = new SqlCountedEdges(database);
        return (dataset, schema, batches) -> profiler.profile(edges.of(dataset), schema, batches);
    }
}
