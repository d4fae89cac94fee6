package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.performance.ProfileMaker;
import io.plumbline.domain.performance.ProfiledRecords;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.measures.performance.PerformanceProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where labels and the predictions that they are held against come from. Labelled records that carry what the model said stand for themselves;
 * others are joined with the production records of the same ids.
 *
 * @param labels the dataset of labelled records
 * @param production where predictions are joined from; empty where the labelled records have them
 * @param target the column of what was true
 * @param prediction the column of what the model said
 * @param score the column of how sure it was
 * @param weight the column of how much a row counts
 */
record LabelSource(
        Dataset labels,
        Optional<Dataset> production,
        Column target,
        Column prediction,
        Optional<Column> score,
        Optional<Column> weight) {
    /** What was found: a source, or why there is none. */
    sealed interface Found {}

    /** There is one. */
    record Some(LabelSource source) implements Found {}

    /** There is none. */
    record None(String reason) implements Found {}

    /** The labelled records of a model. */
    static Found of(Subject subject, RecordStore records) {
        Optional<Dataset> labels = subject.dataset(Kind.LABELS);
        if (labels.isEmpty()) {
            return new None("the model has no dataset of labelled records");
        }
        ModelColumns of = ModelColumns.of(labels.get());
        Optional<Column> target = of.target().or(() -> named(subject, labels.get()));
        if (target.isEmpty()) {
            return new None("the labelled records have no column of the role target");
        }
        Optional<Column> own = filled(of.predictions(), labels.get(), subject, records);
        if (own.isPresent()) {
            Optional<Column> score = filled(of.scores(), labels.get(), subject, records);
            return new Some(
                    new LabelSource(labels.get(), Optional.empty(), target.get(), own.get(), score, of.weight()));
        }
        return joined(subject, labels.get(), target.get(), of.weight());
    }

    private static Found joined(Subject subject, Dataset labels, Column target, Optional<Column> weight) {
        Optional<Dataset> production = subject.dataset(Kind.PRODUCTION);
        Optional<Column> prediction = production.map(ModelColumns::of).flatMap(ModelColumns::prediction);
        if (production.isEmpty() || prediction.isEmpty()) {
            return new None("the production records have no column of the role prediction");
        }
        return new Some(new LabelSource(
                labels,
                production,
                target,
                prediction.get(),
                ModelColumns.of(production.get()).score(),
                weight));
    }

    /** The column that the model's schema calls the target. */
    private static Optional<Column> named(Subject subject, Dataset labels) {
        return new ModelColumns(subject.model().schema())
                .target()
                .flatMap(target -> labels.schema().column(target.name()));
    }

    /** The first of these columns that has values: senders choose which of several they fill. */
    private static Optional<Column> filled(
            List<Column> columns, Dataset dataset, Subject subject, RecordStore records) {
        return columns.stream()
                .filter(column -> hasValues(dataset, column, subject, records))
                .findFirst();
    }

    private static boolean hasValues(Dataset dataset, Column column, Subject subject, RecordStore records) {
        RecordQuery any = new RecordQuery(
                Optional.empty(),
                Optional.of(subject.window().until()),
                new Filter.Present(column.name()),
                Optional.of(List.of()),
                new RecordQuery.Order.By(List.of()),
                0,
                1,
                RecordQuery.Counting.NOT_COUNTED);
        return !records.find(dataset, any).records().isEmpty();
    }

    /** Labelled records with their predictions, to be profiled. */
    <P extends PerformanceProfile<P>> ProfiledRecords<P> profiled(
            List<Column> features, List<String> settings, Supplier<ProfileMaker<P>> start, Function<byte[], P> read) {
        List<Column> ofLabels = ofLabels();
        List<Column> ofPredictions = ofPredictions(features);
        if (production.isPresent()) {
            return new ProfiledRecords<>(labels, ofLabels, production, ofPredictions, settings, start, read);
        }
        ofLabels.addAll(ofPredictions);
        return new ProfiledRecords<>(labels, ofLabels, Optional.empty(), List.of(), settings, start, read);
    }

    private List<Column> ofLabels() {
        List<Column> columns = new ArrayList<>(List.of(target));
        weight.ifPresent(columns::add);
        return columns;
    }

    /** Without those whose names the labels have. */
    private List<Column> ofPredictions(List<Column> features) {
        List<Column> columns = new ArrayList<>(List.of(prediction));
        score.ifPresent(columns::add);
        columns.addAll(features);
        List<String> taken = ofLabels().stream().map(Column::name).toList();
        columns.removeIf(column -> taken.contains(column.name()));
        return columns;
    }

    /** Hands over labelled records with their predictions. */
    void read(RecordStore records, Optional<Instant> from, Optional<Instant> until, Consumer<RecordBatch> batches) {
        List<String> ofLabels =
                new ArrayList<>(ofLabels().stream().map(Column::name).toList());
        List<String> ofPredictions =
                ofPredictions(List.of()).stream().map(Column::name).toList();
        if (production.isPresent()) {
            records.join(labels, new RecordWindow(from, until, ofLabels), production.get(), ofPredictions, batches);
        } else {
            ofLabels.addAll(ofPredictions);
            records.scan(labels, new RecordWindow(from, until, ofLabels), batches);
        }
    }

    /** The datasets that have a column of classes, and the column, those of the training first. */
    List<Labelled> columns(Subject subject) {
        List<Labelled> columns = new ArrayList<>();
        subject.dataset(Kind.BASELINE)
                .flatMap(dataset -> ModelColumns.of(dataset).target().map(column -> new Labelled(dataset, column)))
                .ifPresent(columns::add);
        columns.add(new Labelled(labels, target));
        columns.add(new Labelled(production.orElse(labels), prediction));
        return columns;
    }

    /** A column that has classes. */
    record Labelled(Dataset dataset, Column column) {}
}
