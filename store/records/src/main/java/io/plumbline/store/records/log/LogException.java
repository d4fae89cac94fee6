package io.plumbline.store.records.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Why the log does not do what it was asked to. In each case but {@link ReadOnly} it is certain that nothing of the payload was taken. */
public abstract sealed class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LogException(String message) {
        super(message);
    }

    private LogException(String message, Throwable cause) {
        super(message, cause);
    }

    /** More waits than the log may hold. The same payload can be appended later. */
    public static final class Busy extends LogException {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        Busy(String what, Duration retryAfter) {
            super(what + "; try again in " + retryAfter.toMillis() + " ms");
            this.retryAfter = retryAfter;
        }

        /** How long to wait before the next try. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The payload is empty or longer than a frame may be. */
    public static final class WrongSize extends LogException {
        private static final long serialVersionUID = 1L;

        WrongSize(int bytes, int longest) {
            super("a payload has 1 to " + longest + " bytes, this one has " + bytes);
        }
    }

    /** The disk did not take it, mostly because it is full. What was half written is cut off again, and the log works on as soon as there is room. */
    public static final class NotWritten extends LogException {
        private static final long serialVersionUID = 1L;

        NotWritten(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A sync failed, now or earlier. After that nothing is certain about the last frames, so the log takes no more until it is opened again. */
    public static final class ReadOnly extends LogException {
        private static final long serialVersionUID = 1L;

        ReadOnly(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The log is closed. */
    public static final class Closed extends LogException {
        private static final long serialVersionUID = 1L;

        Closed(Path folder) {
            super("the intake log in " + folder + " is closed");
        }
    }

    /** Another process, or another part of this one, has the log open. */
    public static final class InUse extends LogException {
        private static final long serialVersionUID = 1L;

        InUse(Path lockFile, String holder) {
            super("the intake log in " + lockFile.getParent() + " is in use" + holder
                    + ". One process only may have it open: stop the other one, or use another data folder.");
        }
    }

    /** Frames that had been acknowledged cannot be read, and the policy is to refuse. Nothing was changed. */
    public static final class Damaged extends LogException {
        private static final long serialVersionUID = 1L;
        private final transient List<Damage> damages;

        Damaged(List<Damage> damages) {
            super(damages.stream()
                    .map(Damage::line)
                    .collect(Collectors.joining(
                            "\n",
                            "the intake log is damaged and was left as it is:\n",
                            "\nRestore these files from a copy, or open the log with damage set aside: it then keeps every intact frame, and the"
                                    + " damaged files remain beside it with the ending .damaged.")));
            this.damages = List.copyOf(damages);
        }

        /** Every place, in the order of the log. */
        public List<Damage> damages() {
            return damages;
        }
    }

    /** The folder holds what cannot be one log, so that setting damage aside does not help either. Nothing was changed. */
    public static final class Unusable extends LogException {
        private static final long serialVersionUID = 1L;

        Unusable(Path file, String what) {
            super(file + ": " + what);
        }
    }
}
