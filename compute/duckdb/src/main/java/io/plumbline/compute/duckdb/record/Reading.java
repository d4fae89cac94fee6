package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Joinable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one statement over records is made of. */
final class Reading {
    private final StoredFiles stored;
    private final Files files;
    private final Joinable joinable;
    private final Bindings bindings = new Bindings();
    private final List<Path> paths = new ArrayList<>();
    private final Changes changes;
    private final RecordRelation relation;

    Reading(StoredFiles stored, Files files, Joinable joinable) {
        this.stored = stored;
        this.files = files;
        this.joinable = joinable;
        this.changes = new Changes(files.changes(), bindings);
        this.relation = relation(files, changes);
    }

    private RecordRelation relation(Files read, Changes over) {
        paths.addAll(read.records());
        paths.addAll(read.changes());
        return new RecordRelation(read.columns(), stored.at(read.records()), over);
    }

    /** The records of another dataset in the same statement. */
    RecordRelation joined(Id dataset) {
        Files other = joinable.files(dataset);
        return relation(other, new Changes(other.changes(), bindings));
    }

    /** The same for another statement. */
    Reading again() {
        return new Reading(stored, files, joinable);
    }

    RecordRelation relation() {
        return relation;
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
