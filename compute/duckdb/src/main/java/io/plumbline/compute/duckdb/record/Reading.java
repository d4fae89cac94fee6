package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Joinable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one statement over records is made of. */
final class Reading {
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

    private RecordRelation joined(Id dataset) {
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

    /** The files that the statement reads. */
    List<Path> paths() {
        return paths;
    }
}
