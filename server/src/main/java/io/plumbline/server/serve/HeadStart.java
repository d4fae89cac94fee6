package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DriverLibrary;
import io.plumbline.compute.duckdb.DuckDbEngine;
import io.plumbline.http.server.HttpServer;
import io.plumbline.store.sql.Database;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What a command needs of its libraries whatever its settings are, loaded on threads of its own while this one reads the settings. On a machine with
 * several processors a start takes as long as the longer of both.
 */
public final class HeadStart {
    /** Nothing is loaded beforehand. */
    public static final HeadStart NONE = new HeadStart(List.of());

    private final List<CompletableFuture<Void>> parts;

    private HeadStart(List<CompletableFuture<Void>> parts) {
        this.parts = parts;
    }

    /** Begins to load what a server needs. */
    public static HeadStart ofServer() {
        return of(Database::rehearse, HttpServer::rehearse);
    }

    /**
     * Begins to load what reads files. Not where that has to be unpacked first: a program that ended meanwhile, because it was called in a wrong
     * way, would leave what it unpacked.
     */
    public static HeadStart ofFiles() {
        return DriverLibrary.isUnpacked() ? of(DuckDbEngine::rehearse) : NONE;
    }

    /** Begins with these parts. */
    static HeadStart of(Runnable... parts) {
        return new HeadStart(Stream.of(parts).map(HeadStart::beside).toList());
    }

    private static CompletableFuture<Void> beside(Runnable part) {
        return CompletableFuture.runAsync(
                part, task -> Thread.ofPlatform().name("head-start").daemon().start(task));
    }

    /**
     * Waits until all is loaded. Two threads that load the same library from different ends could wait for each other for ever. What failed is
     * not told here: it fails again for who needs it.
     */
    public void await() {
        parts.forEach(part -> part.exceptionally(_ -> null).join());
    }
}
