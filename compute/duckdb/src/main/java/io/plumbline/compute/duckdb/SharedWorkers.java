package io.plumbline.compute.duckdb;

import java.sql.SQLException;

/**
 * The threads that DuckDB has besides those that ask it. They help where one question is asked that takes long, such as to parse a text. They
 * are in the way while columns are streamed: what one of them has unpacked lies in the cache of another processor than that of the thread
 * which waits for it, and a thread that waits costs as much as one that works. So DuckDB has them only while such questions are asked.
 */
final class SharedWorkers {
    private final Database database;
    private final int most;
    private int questions;

    /** Of a database that has one thread now. */
    SharedWorkers(Database database, int most) {
        this.database = database;
        this.most = most;
    }

    /** Asks one that takes long. */
    <T> T help(EngineThreads.Call<T> question) throws SQLException {
        begin();
        try {
            return question.make();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (questions == 0 && most > 1) {
            database.workWith(most);
        }
        questions++;
    }

    private synchronized void end() {
        questions--;
        if (questions == 0 && most > 1) {
            database.workWith(1);
        }
    }
}
