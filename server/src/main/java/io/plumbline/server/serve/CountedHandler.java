package io.plumbline.server.serve;

import io.plumbline.domain.Document;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import java.util.concurrent.Semaphore;

/** Does tasks as another handler does them, and counts them, so that somebody can wait for them. */
final class CountedHandler implements TaskHandler {
    private final TaskHandler handler;
    private final Semaphore done = new Semaphore(0);

    CountedHandler(TaskHandler handler) {
        this.handler = handler;
    }

    @Override
    public String kind() {
        return handler.kind();
    }

    @Override
    public Document run(Task task, Progress progress) {
        try {
            return handler.run(task, progress);
        } finally {
            done.release();
        }
    }

    /** Counts from 0 again. */
    void reset() {
        done.drainPermits();
    }

    /** Waits until so many have been done, well or not. What came of them may be written down a little later. */
    void await(int tasks) throws InterruptedException {
        done.acquire(tasks);
    }
}
