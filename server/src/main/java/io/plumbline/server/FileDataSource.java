package io.plumbline.server;

import io.plumbline.compute.duckdb.DuckDbEngine;
import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.comparison.TableDataSet;
import io.plumbline.measures.profile.ProfileFile;
import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import io.plumbline.server.command.DataSource;
import io.plumbline.server.command.Inputs;
import io.plumbline.sketches.DataSketches;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Data sets in files: rows through DuckDB, profiles by themselves. */
final class FileDataSource implements DataSource {
    private static final String PROFILES = ".plp";

    private final DuckDbSettings settings;
    private final Sketches sketches = new DataSketches();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::stopEngine, "stop reading");
    private Optional<DuckDbEngine> engine = Optional.empty();
    private boolean stopped;

    private FileDataSource(int threads) {
        settings = DuckDbSettings.ofMachine().withThreads(threads);
    }

    /** Starts one that also ends when the program is ended by a signal, so that nothing it spilled to disk is left. */
    static FileDataSource start(int threads) {
        FileDataSource source = new FileDataSource(threads);
        Runtime.getRuntime().addShutdownHook(source.atExit);
        return source;
    }

    @Override
    public DataSet open(String location, Schema schema) {
        return location.endsWith(PROFILES)
                ? new ProfiledDataSet(location, readProfiles(location), schema)
                : openRows(location, schema);
    }

    @Override
    public TableDataSet openRows(String location, Schema schema) {
        return new TableDataSet(openTable(location, schema), sketches);
    }

    @Override
    public ProfileFile profile(String location, Schema schema, Optional<String> baseline, Progress progress) {
        progress.report("reading " + location, 0, 0);
        Optional<ProfileFile> bins = baseline.map(this::readProfiles);
        Table table = openTable(location, schema);
        Inputs.requireColumns(schema, Stream.concat(table.columns().stream(), columns(bins)));
        return new Profiling(table, sketches, progress).over(bins, settings.threads());
    }

    private static Stream<TableColumn> columns(Optional<ProfileFile> profiles) {
        return profiles.stream().flatMap(file -> file.columns().stream()).map(ProfileFile.Entry::column);
    }

    private Table openTable(String location, Schema schema) {
        if (location.endsWith(PROFILES)) {
            throw new TableException(
                    location + " is a file of profiles, which keep no rows; name the data that was profiled");
        }
        Table table = engine().open(location, schema);
        tables.push(table);
        return table;
    }

    /** A start that has begun comes to its end before the engine is stopped, because one that is cut off leaves files behind. */
    private synchronized DuckDbEngine engine() {
        if (stopped) {
            throw new CancellationException("the program is ending");
        }
        DuckDbEngine started = engine.orElseGet(() -> DuckDbEngine.start(settings));
        engine = Optional.of(started);
        return started;
    }

    private ProfileFile readProfiles(String location) {
        try {
            return ProfileFile.read(Path.of(location), sketches);
        } catch (NoSuchFileException e) {
            throw new TableException(location + ": there is no such file; write it by 'plumbline profile'", e);
        } catch (ProfileFormatException e) {
            throw new TableException(location + ": " + e.getMessage() + "; write it anew by 'plumbline profile'", e);
        } catch (IOException e) {
            throw new TableException(location + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (!isProgramEnding()) {
            tables.forEach(Table::close);
            stopEngine();
        }
    }

    /** Withdraws what is to be done at the program's end, unless that has come. */
    private boolean isProgramEnding() {
        try {
            return !Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private synchronized void stopEngine() {
        stopped = true;
        engine.ifPresent(DuckDbEngine::close);
    }
}
