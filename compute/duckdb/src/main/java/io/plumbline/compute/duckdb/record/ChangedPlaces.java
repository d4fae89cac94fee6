package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.record.Selection.Place;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Pair, Map<Long, String>> known = new ConcurrentHashMap<>();

    ChangedPlaces(Database database, StoredChanges changes, RecordIdIndex ids) {
        this.database = database;
        this.changes = changes;
        this.ids = ids;
    }

    private record Pair(Path records, Path changes) {}

    /** The ids, by their places, of the records of which these files change values; empty where they are too many. */
    Optional<Map<Place, String>> of(List<StoredFile> files, List<Path> changed) {
        if (changes.values(changed) > MOST_PLACES) {
            return Optional.empty();
        }
        Map<Place, String> places = new HashMap<>();
        for (Path change : changed) {
            Map<Path, Map<Long, String>> rows = rows(files, change);
            for (int number = 0; number < files.size(); number++) {
                int file = number;
                rows.getOrDefault(files.get(file).path(), Map.of())
                        .forEach((row, id) -> places.put(new Place(file, row), id));
            }
        }
        return Optional.of(places).filter(all -> all.size() <= MOST_PLACES);
    }

    private Map<Path, Map<Long, String>> rows(List<StoredFile> files, Path change) {
        Map<Path, Map<Long, String>> rows = new HashMap<>();
        List<StoredFile> unknown = new ArrayList<>();
        for (StoredFile file : files) {
            Map<Long, String> places = known.get(new Pair(file.path(), change));
            if (places == null) {
                unknown.add(file);
            } else {
                rows.put(file.path(), places);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Path, Map<Long, String>> found = find(unknown, change);
            remember(found, change);
            rows.putAll(found);
        }
        return rows;
    }

    private void remember(Map<Path, Map<Long, String>> found, Path change) {
        if (known.size() + known.values().stream().mapToLong(Map::size).sum() > MOST_KNOWN) {
            known.clear();
        }
        found.forEach((path, rows) -> known.put(new Pair(path, change), rows));
    }

    private Map<Path, Map<Long, String>> find(List<StoredFile> files, Path change) {
        try {
            Map<Path, Map<Long, String>> found = new HashMap<>();
            files.forEach(file -> found.put(file.path(), new HashMap<>()));
            for (Changed changed : find(files, changes.changedRecords(change))) {
                Path path = files.get(changed.place().file()).path();
                found.computeIfAbsent(path, each -> new HashMap<>())
                        .put(changed.place().row(), changed.id());
            }
            return found;
        } catch (SQLException e) {
            throw EngineFailure.of(
                    e,
                    Stream.concat(files.stream().map(StoredFile::path), Stream.of(change))
                            .toList());
        }
    }

    private record Changed(Place place, String id) {}

    private List<Changed> find(List<StoredFile> files, List<String> records) throws SQLException {
        String sql = "SELECT f, n, i FROM " + new RecordRows(files, Map.of()).of(ids.candidates(files, records))
                + " AS v WHERE i IN (SELECT unnest($1))";
        List<Object> values = List.of((Object) records.toArray(String[]::new));
        return database.rows(
                sql, values, row -> new Changed(new Place(row.getInt(1), row.getLong(2)), row.getString(3)));
    }

    /** Forgets a file. */
    void forget(Path path) {
        known.keySet()
                .removeIf(pair -> pair.records().equals(path) || pair.changes().equals(path));
    }
}
