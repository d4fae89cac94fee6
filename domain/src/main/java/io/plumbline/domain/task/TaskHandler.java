package io.plumbline.domain.task;

import io.plumbline.domain.Document;

/** Does the tasks of one kind. A task that was cut off by a crash is done again from its start, so doing one twice must do no harm. */
public interface TaskHandler {
    /** The kind of tasks it does. */
    String kind();

    /**
     * Does a task.
     *
     * @param task what to do
     * @param progress is told how far it is
     * @return what came out
     * @throws io.plumbline.domain.PlumblineException where the task fails for a reason that a person should read
     */
    Document run(Task task, Progress progress);

    /** Is told how far a task is. */
    interface Progress {
        /**
         * Notes how far the task is.
         *
         * @throws CancelledException where somebody asked to stop
         */
        void report(long done, long total, String message);
    }

    /** Ends a task that somebody asked to stop. */
    final class CancelledException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Puts a task back in line for a short while, because something must come before it. */
    final class PostponedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
