package io.plumbline.benchmarks.experiments;

import io.plumbline.benchmarks.server.RunningServer;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

/**
 * A folder of a server with an experiment whose runs are searched. Filling it takes minutes, so that later benchmarks may use it again.
 *
 * @param data the server's folder
 * @param key of its administrator
 * @param experiment the decimal id of the experiment
 */
record SearchedFolder(Path data, String key, String experiment) {
    private static final String NOTE = "searched.properties";

    /** The one at this place, which is filled where it is not there yet. It must hold these runs. */
    static SearchedFolder at(Path place, SearchedRuns searched)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Path note = place.resolve(NOTE);
        if (!Files.exists(note)) {
            fill(Files.createDirectories(place).resolve("data"), searched).write(note, searched);
        }
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(note)) {
            told.load(reader);
        }
        if (!told.getProperty("content").equals(searched.content())) {
            throw new IllegalStateException(
                    place + " holds " + told.getProperty("content") + " rather than " + searched.content());
        }
        return new SearchedFolder(place.resolve("data"), told.getProperty("key"), told.getProperty("experiment"));
    }

    private static SearchedFolder fill(Path data, SearchedRuns searched)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        SearchedFolder folder;
        try (RunningServer server = RunningServer.start(data);
                TrackingApi api = new TrackingApi(server.address(), server.adminKey())) {
            folder = new SearchedFolder(data, server.adminKey(), api.createExperiment("searched"));
        }
        long start = System.nanoTime();
        new RunFilling(searched).fill(data, folder.experiment);
        System.out.printf("%,d runs were made in %.0f s%n", searched.runs(), (System.nanoTime() - start) / 1e9);
        return folder;
    }

    private void write(Path note, SearchedRuns searched) throws IOException {
        Properties told = new Properties();
        told.setProperty("key", key);
        told.setProperty("experiment", experiment);
        told.setProperty("content", searched.content());
        try (Writer writer = Files.newBufferedWriter(note)) {
            told.store(writer, "What the server in the folder beside it holds");
        }
    }
}
