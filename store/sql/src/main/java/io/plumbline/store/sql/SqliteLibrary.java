package io.plumbline.store.sql;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native part of SQLite's driver. At each start the driver unpacks it into the folder for temporary files and compares both byte by byte, unless the
 * system property {@code org.sqlite.lib.path} names a folder in which it lies.
 */
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /**
     * Puts the one for this machine into a folder.
     *
     * @throws FileNotFoundException where the driver has none for this machine
     */
    public static void unpack(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new FileNotFoundException(resource);
            }
            Files.createDirectories(folder);
            Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
