package io.plumbline.store.sql;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs programs for tests, and finds a way of running them as somebody other than root. */
final class Commands {
    private Commands() {}

    /** Runs a program and returns its exit code, or -1 where there is no such program. */
    static int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(new File("/dev/null"))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What to put before a command so that root runs it as somebody else; nothing for others than root; empty where no way works. */
    static Optional<List<String>> asSomebodyElse() {
        if (!System.getProperty("user.name").equals("root")) {
            return Optional.of(List.of());
        }
        return List.of(
                        List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                        List.of("runuser", "-u", "nobody", "--"),
                        List.of("sudo", "-n", "-u", "nobody"))
                .stream()
                .filter(prefix -> run(with(prefix, List.of("true"))) == 0)
                .findFirst();
    }

    static List<String> with(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }
}
