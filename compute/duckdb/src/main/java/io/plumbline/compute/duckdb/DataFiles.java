package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.TableException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files a location stands for, all of one kind.
 *
 * @param location what the user wrote
 * @param paths the files, in the order of their names
 * @param kind their format
 * @param compression how they are compressed
 * @param encoding the encoding of their text
 */
record DataFiles(String location, List<String> paths, FileKind kind, Compression compression, Encoding encoding) {
    private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
    private static final Pattern WILDCARD = Pattern.compile(".*[*?\\[].*");

    /** Finds them and looks into each. */
    static DataFiles at(String location, Database database) {
        List<String> paths = resolve(location, database);
        List<FileHead> heads =
                paths.stream().map(path -> FileHead.of(Path.of(path))).toList();
        FileHead first = heads.getFirst();
        FileKind kind = FileKind.of(first);
        heads.forEach(kind::check);
        heads.forEach(head -> checkAlike(first, head));
        return new DataFiles(
                location, paths, kind, first.compression(), kind == FileKind.CSV ? first.encoding() : Encoding.UTF_8);
    }

    /** One file, of the kind that is given or else found out, under a name of its own in messages. */
    static DataFiles of(Path path, Optional<FileKind> given, String name) {
        FileHead head = FileHead.of(path);
        FileKind kind = given.orElseGet(() -> FileKind.of(head));
        kind.check(head);
        return new DataFiles(
                name,
                List.of(path.toString()),
                kind,
                head.compression(),
                kind == FileKind.CSV ? head.encoding() : Encoding.UTF_8);
    }

    private static void checkAlike(FileHead first, FileHead other) {
        if (FileKind.of(first) != FileKind.of(other) || first.compression() != other.compression()) {
            throw new TableException(other.path() + ": is of another format or compression than " + first.path()
                    + ". Name files of one kind.");
        }
    }

    private static List<String> resolve(String location, Database database) {
        if (REMOTE.matcher(location).matches()) {
            throw new TableException(location + ": only local files are read. Copy it here first.");
        }
        if (isFile(location)) {
            return List.of(location);
        }
        if (!WILDCARD.matcher(location).matches()) {
            throw new TableException(location + ": no such file. Check the path.");
        }
        return matches(location, database);
    }

    private static boolean isFile(String location) {
        try {
            Path path = Path.of(location);
            if (Files.isDirectory(path)) {
                throw new TableException(location + ": is a folder. Name a file in it, or a pattern such as "
                        + path.resolve("*.parquet") + ".");
            }
            return Files.exists(path);
        } catch (InvalidPathException e) {
            throw new TableException(location + ": is not a path. Check it.", e);
        }
    }

    private static List<String> matches(String pattern, Database database) {
        try {
            List<String> paths = database.texts("SELECT file FROM glob(" + Sql.literal(pattern) + ") ORDER BY file");
            if (paths.isEmpty()) {
                throw new TableException(pattern + ": no file matches this pattern. Check the path.");
            }
            return paths;
        } catch (SQLException e) {
            throw new TableException(pattern + ": the files cannot be listed. Check the pattern.", e);
        }
    }

    /** The same, read in another encoding. */
    DataFiles in(Encoding other) {
        return new DataFiles(location, paths, kind, compression, other);
    }

    /** The files whose names end messages: the one file, or what the user wrote for many. */
    boolean isOne() {
        return paths.size() == 1;
    }
}
