package io.plumbline.domain.registration;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Steps that take back what was done, the last one first. */
final class Undo {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** Adds a step, to be run before those that are there. */
    void then(Runnable step) {
        steps.push(step);
    }

    /** Takes all back because of this failure; what goes wrong on the way is told with it. */
    void run(RuntimeException cause) {
        steps.forEach(step -> run(step, cause));
    }

    private static void run(Runnable step, RuntimeException cause) {
        try {
            step.run();
        } catch (PlumblineException e) {
            // What was never kept need not be taken back.
            if (!(e.failure() instanceof Failure.NotFound)) {
                cause.addSuppressed(e);
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
