package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Joinable;
import io.plumbline.domain.record.SystemField;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one statement over records is made of. */
final class Reading {
    private static final String RECORD_ID = SystemField.RECORD_ID.label();
    private static final int MOST_IDS = 2_000;

    private final Catalog catalog;
    private final Files files;
    private final Joinable joinable;
    private final Bindings bindings = new Bindings();
    private final List<Path> paths = new ArrayList<>();
    private final Changes changes;
    private final RecordRelation relation;

    Reading(Catalog catalog, Files files, Joinable joinable) {
        this.catalog = catalog;
        this.files = files;
        this.joinable = joinable;
        this.changes = changes(files);
        this.relation = relation(files, changes);
    }

    private RecordRelation relation(Files read, Changes over) {
        paths.addAll(read.records());
        paths.addAll(read.changes());
        return new RecordRelation(read.columns(), catalog.files().at(read.records()), over);
    }

    private Changes changes(Files read) {
        return new Changes(read.changes(), catalog, bindings);
    }

    /** The records of another dataset in the same statement. */
    RecordRelation joined(Id dataset) {
        Files other = joinable.files(dataset);
        return relation(other, changes(other));
    }

    /** The same for another statement. */
    Reading again() {
        return new Reading(catalog, files, joinable);
    }

    RecordRelation relation() {
        return relation;
    }

    /** Where records of a time are. */
    Timeline timeline(Optional<Instant> from, Optional<Instant> until) {
        return new Timeline(
                relation.files(),
                from.map(Instants::micros).orElse(Long.MIN_VALUE),
                until.map(Instants::micros).orElse(Long.MAX_VALUE));
    }

    /** Leaves out files that have no records of a time. Where there are changes, that would leave out what tells which records they are of. */
    void narrow(Optional<Instant> from, Optional<Instant> until) {
        Selection some = timeline(from, until).files();
        if (files.changes().isEmpty() && some.whole().size() < files.records().size()) {
            relation.keepOnly(some);
        }
    }

    /** Leaves out rows that cannot fit a filter, where it names the ids of the records. */
    void narrow(Filter filter) throws SQLException {
        Optional<List<String>> ids = ids(filter).filter(all -> all.size() <= MOST_IDS);
        if (ids.isPresent()) {
            relation.keepOnly(candidates(ids.get()));
        }
    }

    private static Optional<List<String>> ids(Filter filter) {
        return switch (filter) {
            case Filter.In(String field, List<String> values) when field.equals(RECORD_ID) -> Optional.of(values);
            case Filter.Compare(String field, Comparison comparison, String value)
            when field.equals(RECORD_ID) && comparison == Comparison.EQUAL -> Optional.of(List.of(value));
            case Filter.And(List<Filter> filters) ->
                filters.stream().flatMap(each -> ids(each).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    /** Rows among which all records of these ids are. */
    Selection candidates(List<String> ids) throws SQLException {
        return catalog.ids().candidates(relation.files(), ids);
    }

    Changes changes() {
        return changes;
    }

    Bindings bindings() {
        return bindings;
    }

    Conditions conditions() {
        return new Conditions(relation, bindings, this::joined);
    }

    /** Puts the records of a relation in order. A file is so as it lies; only several, or changes, which come by a join, need sorting. */
    String order(String of) {
        return paths.size() <= 1 ? "" : " ORDER BY %1$s.t, %1$s.r, %1$s.f, %1$s.s".formatted(of);
    }

    /** The files that the statement reads. */
    List<Path> paths() {
        return paths;
    }
}
