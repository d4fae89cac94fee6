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

    /**
     * Of a database.
     *
     * @param database that works with one thread now
     * @param most how many threads it is to have while such a question is asked, the one that asks among them
     */
    SharedWorkers(Database database, int most) {
        this.database = database;
        this.most = most;
    }

    /** Asks a question that takes long, with the help of all. */
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
            database.useThreads(most);
        }
        questions++;
    }

    private synchronized void end() {
        questions--;
        if (questions == 0 && most > 1) {
            database.useThreads(1);
        }
    }
}
