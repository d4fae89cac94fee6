package io.plumbline.compute.duckdb;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * The native part of DuckDB's driver, 60 MB that the driver unpacks at each start. It does not where its archive has none, and a folder of
 * {@code java.library.path} has it.
 */
public final class DriverLibrary {
    private static final String IN_ARCHIVE = "libduckdb_java.so_";
    private static final String LIBRARY = System.mapLibraryName("duckdb_java");

    private DriverLibrary() {}

    /**
     * Puts the one for this machine into a folder, and beside it {@code duckdb_jdbc.jar}, the driver without native parts.
     *
     * @throws FileNotFoundException where the driver has none for this machine
     */
    public static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (JarFile archive = new JarFile(archive())) {
            JarEntry library = archive.getJarEntry(IN_ARCHIVE + machine());
            if (library == null) {
                throw new FileNotFoundException(IN_ARCHIVE + machine());
            }
            try (InputStream in = archive.getInputStream(library)) {
                Files.copy(in, folder.resolve(LIBRARY), StandardCopyOption.REPLACE_EXISTING);
            }
            copyClasses(archive, folder.resolve("duckdb_jdbc.jar"));
        }
    }

    private static void copyClasses(JarFile archive, Path copy) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry entry : archive.stream()
                    .filter(each -> !each.getName().startsWith(IN_ARCHIVE))
                    .toList()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = archive.getInputStream(entry)) {
                    in.transferTo(out);
                }
            }
        }
    }

    private static File archive() throws IOException {
        try {
            return new File(DuckDBDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("it is not known where the driver lies", e);
        }
    }

    /** As the driver names it. */
    private static String machine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return "osx_universal";
        }
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return (system.contains("windows") ? "windows_" : "linux_") + processor;
    }

    /** Whether this program will find it unpacked. */
    public static boolean isUnpacked() {
        return Stream.of(System.getProperty("java.library.path").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, LIBRARY).exists());
    }
}
