package io.plumbline.server.serve;

import io.plumbline.server.PlumblineCommand;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Lets servers of tests start as those of {@code plumbline} do: from archives, of which the JVM has learned by a warm-up which classes a server needs. Made
 * once for all tests of a build, as a start without takes twice the processor time.
 */
final class PreparedStart {
    private static final Path FOLDER = Path.of("target", "prepared-start").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("server.aot");
    private static final Path MADE_OF = FOLDER.resolve("made-of.txt");

    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // Most do not run so long that code compiled with more effort pays.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");

    private static final List<String> COMMAND = prepared();

    private PreparedStart() {}

    /** What starts {@code plumbline} as a program of its own, but for its arguments. */
    static List<String> command() {
        return COMMAND;
    }

    private static List<String> prepared() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel lock = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                return prepare();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> prepare() throws IOException {
        List<Path> parts = parts();
        String madeOf = describe(parts);
        String classPath = String.join(
                File.pathSeparator,
                parts.stream().map(PreparedStart::archive).map(Path::toString).toList());
        if (!Files.exists(MADE_OF) || !Files.readString(MADE_OF).equals(madeOf)) {
            Files.deleteIfExists(MADE_OF);
            for (Path part : parts) {
                if (Files.isDirectory(part)) {
                    pack(part, archive(part));
                }
            }
            warmUp(classPath);
            Files.writeString(MADE_OF, madeOf);
        }
        return command(List.of("-XX:AOTCache=" + CACHE), classPath);
    }

    /** The class path of the tests without the tests. */
    private static List<Path> parts() {
        Path tests = Path.of(PreparedStart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(part -> Files.exists(part) && !part.equals(tests))
                .toList();
    }

    private static String describe(List<Path> parts) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path part : parts) {
            try (Stream<Path> files = Files.walk(part)) {
                for (Path file : files.sorted().toList()) {
                    text.append(file)
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    /** The JVM learns of archives only. */
    private static Path archive(Path part) {
        return Files.isDirectory(part)
                ? FOLDER.resolve(part.toString().replace(File.separatorChar, '_') + ".jar")
                : part;
    }

    private static void pack(Path folder, Path archive) throws IOException {
        try (Stream<Path> walk = Files.walk(folder);
                OutputStream file = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(file)) {
            for (Path each : walk.sorted().skip(1).toList()) {
                String name = folder.relativize(each).toString().replace(File.separatorChar, '/');
                if (Files.isDirectory(each)) {
                    jar.putNextEntry(new JarEntry(name + '/')); // by which migrations are found
                } else {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(each, jar);
                }
            }
        }
    }

    private static void warmUp(String classPath) throws IOException {
        Path data = Files.createTempDirectory(FOLDER, "data");
        Path log = FOLDER.resolve("warm-up.log");
        List<String> command = Stream.concat(
                        command(List.of("-XX:AOTCacheOutput=" + CACHE), classPath).stream(),
                        Stream.of("warm-up", "server", data.toString()))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the warm-up failed; see " + log);
        }
    }

    private static List<String> command(List<String> cache, String classPath) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> rest = Stream.of("-cp", classPath, PlumblineCommand.class.getName());
        return Stream.of(java, FLAGS.stream(), cache.stream(), rest)
                .flatMap(some -> some)
                .toList();
    }
}
