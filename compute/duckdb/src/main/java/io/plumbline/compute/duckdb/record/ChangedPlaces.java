package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.record.Selection.Place;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Knows where the records are of which values were changed. Finding them by their ids costs as much as reading the ids of all records, but neither
 * those nor the changes of a file ever change, so it is done once.
 */
final class ChangedPlaces {
    /** With more than this, statements that name each take longer than one that looks for the change of each record. */
    private static final int MOST_PLACES = 5_000;

    private static final int MOST_KNOWN = 100_000;

    private final Database database;
    private final StoredChanges changes;
    private final RecordIdIndex ids;
    private final Map<Pair, List<Long>> known = new ConcurrentHashMap<>();

    ChangedPlaces(Database database, StoredChanges changes, RecordIdIndex ids) {
        this.database = database;
        this.changes = changes;
        this.ids = ids;
    }

    private record Pair(Path records, Path changes) {}

    /** The places of the records of which these files change values; empty where they are too many. */
    Optional<Set<Place>> of(List<StoredFile> files, List<Path> changed) {
        if (changes.values(changed) > MOST_PLACES) {
            return Optional.empty();
        }
        Set<Place> places = new HashSet<>();
        for (Path change : changed) {
            Map<Path, List<Long>> rows = rows(files, change);
            for (int file = 0; file < files.size(); file++) {
                for (long row : rows.getOrDefault(files.get(file).path(), List.of())) {
                    places.add(new Place(file, row));
                }
            }
        }
        return Optional.of(places).filter(all -> all.size() <= MOST_PLACES);
    }

    private Map<Path, List<Long>> rows(List<StoredFile> files, Path change) {
        Map<Path, List<Long>> rows = new HashMap<>();
        List<StoredFile> unknown = new ArrayList<>();
        for (StoredFile file : files) {
            List<Long> places = known.get(new Pair(file.path(), change));
            if (places == null) {
                unknown.add(file);
            } else {
                rows.put(file.path(), places);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Path, List<Long>> found = find(unknown, change);
            remember(found, change);
            rows.putAll(found);
        }
        return rows;
    }

    private void remember(Map<Path, List<Long>> found, Path change) {
        if (known.size() + known.values().stream().mapToLong(List::size).sum() > MOST_KNOWN) {
            known.clear();
        }
        found.forEach((path, rows) -> known.put(new Pair(path, change), rows));
    }

    private Map<Path, List<Long>> find(List<StoredFile> files, Path change) {
        try {
            Map<Path, List<Long>> found = new HashMap<>();
            files.forEach(file -> found.put(file.path(), new ArrayList<>()));
            for (Place place : find(files, changes.changedRecords(change))) {
                found.computeIfAbsent(files.get(place.file()).path(), path -> new ArrayList<>())
                        .add(place.row());
            }
            return found;
        } catch (SQLException e) {
            throw EngineFailure.of(
                    e,
                    Stream.concat(files.stream().map(StoredFile::path), Stream.of(change))
                            .toList());
        }
    }

    private List<Place> find(List<StoredFile> files, List<String> records) throws SQLException {
        String sql = "SELECT f, n FROM " + new RecordRows(files, Map.of()).of(ids.candidates(files, records))
                + " AS v WHERE i IN (SELECT unnest($1))";
        List<Object> values = List.of((Object) records.toArray(String[]::new));
        return database.rows(sql, values, row -> new Place(row.getInt(1), row.getLong(2)));
    }

    /** Forgets a file. */
    void forget(Path path) {
        known.keySet()
                .removeIf(pair -> pair.records().equals(path) || pair.changes().equals(path));
    }
}
