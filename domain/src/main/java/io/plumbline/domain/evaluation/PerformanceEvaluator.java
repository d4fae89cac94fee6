package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.check.Evaluation;
import io.plumbline.domain.check.Evaluator;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.ColumnChunks;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.task.TaskHandler.Progress;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.Sketches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How much is asked of a model, and how fast it answers: records, requests (records of one transaction are one request, a record without one is
 * its own), and the mean of the response times that senders gave, in milliseconds. That nothing was asked is a measurement too.
 */
public final class PerformanceEvaluator implements Evaluator {
    /** The column of response times, in milliseconds. */
    public static final String RESPONSE_TIME = "_response_time";

    private final RecordStore records;

    /** Over these records. */
    public PerformanceEvaluator(RecordStore records) {
        this.records = records;
    }

    @Override
    public void checkSettings(Model model, Facts settings) {}

    @Override
    public Kind drivenBy() {
        return Kind.PRODUCTION;
    }

    /** None: it always runs. */
    @Override
    public Set<Kind> reads() {
        return Set.of();
    }

    @Override
    public Evaluation evaluate(Subject subject, Progress progress) {
        Optional<Dataset> production = subject.dataset(Kind.PRODUCTION);
        if (production.isEmpty()) {
            return new Evaluation.NotComputable("the model has no dataset of production records", 0);
        }
        Traffic traffic = new Traffic();
        boolean timed = production.get().schema().column(RESPONSE_TIME).isPresent();
        RecordWindow window = new RecordWindow(
                Optional.of(subject.window().from()),
                Optional.of(subject.window().until()),
                timed ? List.of(RESPONSE_TIME) : List.of());
        records.scan(production.get(), window, traffic::add);
        return new Evaluation.Measured(traffic.readings(), List.of(), traffic.records, "");
    }

    private static final class Traffic {
        private long records;
        private final DistinctTexts requests = new DistinctTexts();
        private long ownRequests;
        private final ColumnChunks chunks = new ColumnChunks();
        private @Nullable ProfileBuilder times;

        void add(RecordBatch batch) {
            records += batch.rows();
            batch.transactions()
                    .ifPresentOrElse(
                            transactions -> {
                                for (String transaction : transactions) {
                                    addRequest(transaction);
                                }
                            },
                            () -> ownRequests += batch.rows());
            batch.columns().forEach(this::addTimes);
        }

        private void addRequest(String transaction) {
            if (transaction == null || transaction.isEmpty()) {
                ownRequests++;
            } else {
                requests.add(transaction);
            }
        }

        private void addTimes(BatchColumn column) {
            if (times == null) {
                times = new ProfileBuilder(ProfileSpec.of(ColumnChunks.measuredType(column.type())), Sketches.NONE);
            }
            times.add(chunks.of(column));
        }

        private Reading responseTime() {
            Moments moments =
                    times == null ? Moments.NONE : times.build().asColumn().moments();
            Provenance mean = Provenance.of("mean@1", moments.count());
            return moments.count() == 0
                    ? Reading.notComputable(
                            "response_time", Comparisons.tags(), "no record of the window has a response time", mean)
                    : Reading.exact("response_time", Comparisons.tags(), moments.mean(), mean);
        }

        List<Reading> readings() {
            SortedMap<String, String> none = Comparisons.tags();
            return List.of(
                    Reading.exact(
                            "scoring_requests",
                            none,
                            (double) (requests.count() + ownRequests),
                            Provenance.of("count_distinct@1", records)),
                    Reading.exact("scoring_records", none, (double) records, Provenance.of("count@1", records)),
                    responseTime(),
                    Reading.notComputable(
                            "payload_size",
                            none,
                            "the size of requests is not kept with records",
                            Provenance.of("mean@1", 0)));
        }
    }
}
