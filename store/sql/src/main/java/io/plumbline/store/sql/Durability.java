package io.plumbline.store.sql;

import org.sqlite.SQLiteConfig.SynchronousMode;

/** What a commit to SQLite outlasts once it has returned. PostgreSQL has settings of its own. */
public enum Durability {
    /** A power cut: the disk is synced with each commit. */
    POWER_CUT(SynchronousMode.FULL),
    /** The end of the program, however it comes. A power cut may take back the last commits, but no older ones, until the database is closed. */
    PROGRAM(SynchronousMode.NORMAL);

    private final SynchronousMode mode;

    Durability(SynchronousMode mode) {
        this.mode = mode;
    }

    SynchronousMode mode() {
        return mode;
    }
}
