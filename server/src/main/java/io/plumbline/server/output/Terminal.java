package io.plumbline.server.output;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the place the output goes to.
 *
 * @param emphasis how text on standard output may be emphasized
 * @param standardError whether somebody watches standard error
 */
public record Terminal(Emphasis emphasis, Watching standardError) {
    /** Neither standard output nor standard error is a terminal. */
    public static final Terminal NONE = new Terminal(Emphasis.NONE, Watching.NOBODY);

    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    /** Whether somebody watches. */
    public enum Watching {
        /** A person at a terminal. */
        SOMEBODY,
        /** A file or another program. */
        NOBODY
    }

    /** Asks the operating system, and the variables {@code NO_COLOR} and {@code TERM} of {@code environment}. */
    public static Terminal ofThisProcess(Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        Emphasis emphasis = !plain && isWatched(STANDARD_OUTPUT) == Watching.SOMEBODY ? Emphasis.ANSI : Emphasis.NONE;
        return new Terminal(emphasis, isWatched(STANDARD_ERROR));
    }

    private static Watching isWatched(int descriptor) {
        return byName(descriptor).orElseGet(() -> isWatched(isTerminal(), descriptor));
    }

    /** By what Linux says that it is open on: to prepare a native call takes a tenth of a second. Empty where that does not tell. */
    private static Optional<Watching> byName(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            if (target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")) {
                return Optional.of(Watching.SOMEBODY);
            }
            boolean known = !target.startsWith("/dev/") || target.equals("/dev/null");
            return known ? Optional.of(Watching.NOBODY) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no Linux
        }
    }

    /** C's {@code isatty}; Java itself tells only whether input and output are both terminals. Empty where there is none. */
    @SuppressWarnings("restricted") // the one native call of the program, allowed by --enable-native-access
    private static Optional<MethodHandle> isTerminal() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("isatty");
        return function.map(address ->
                linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
    }

    private static Watching isWatched(Optional<MethodHandle> isTerminal, int descriptor) {
        try {
            return isTerminal.isPresent() && (int) isTerminal.get().invokeExact(descriptor) == 1
                    ? Watching.SOMEBODY
                    : Watching.NOBODY;
        } catch (Throwable e) {
            throw new IllegalStateException("the operating system could not be asked for terminals", e);
        }
    }
}
