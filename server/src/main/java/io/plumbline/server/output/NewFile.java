package io.plumbline.server.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that appears complete or not at all: it is written under another name in the same folder and takes its own name at the end.
 * What is left of it when the writing fails, or when the program is ended from outside, is removed.
 */
public final class NewFile {
    private final Path target;

    private NewFile(Path target) {
        this.target = target;
    }

    /**
     * A file to be written, replacing one that is there.
     *
     * @throws RefusedException where it is a folder, or its folder does not exist or takes no files
     */
    public static NewFile at(Path path) {
        Path target = followed(path.toAbsolutePath().normalize());
        if (Files.isDirectory(target)) {
            throw new RefusedException("'" + path + "' is a folder; name a file in it.");
        }
        Path folder = folderOf(target);
        if (!Files.isDirectory(folder)) {
            throw new RefusedException(
                    "'" + path + "' cannot be written: the folder '" + folder + "' does not exist; create it first.");
        }
        return new NewFile(target);
    }

    private static Path followed(Path path) {
        try {
            return Files.isSymbolicLink(path) && Files.isRegularFile(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            throw new RefusedException("'" + path + "' is a link that cannot be followed: " + reason(e) + ".", e);
        }
    }

    /** Writes the file as bytes. */
    public void writeBytes(Content<OutputStream> content) {
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeInto(target, content);
            } else {
                writeThenMove(content);
            }
        } catch (IOException e) {
            throw new RefusedException("'" + target + "' cannot be written: " + reason(e) + ".", e);
        }
    }

    /** Writes the file as UTF-8 text. */
    public void writeText(Content<Writer> content) {
        writeBytes(stream -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
            content.writeTo(writer);
            writer.flush();
        });
    }

    private void writeThenMove(Content<OutputStream> content) throws IOException {
        Path unfinished = folderOf(target).resolve("." + target.getFileName() + "." + randomSuffix() + ".tmp");
        UnfinishedFiles.add(unfinished);
        try {
            writeInto(unfinished, content);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            UnfinishedFiles.remove(unfinished);
        }
    }

    private static void writeInto(Path path, Content<OutputStream> content) throws IOException {
        try (OutputStream stream = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            content.writeTo(stream);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new RefusedException("'" + file + "' is a folder; name a file in it.");
        }
        return folder;
    }

    private static String randomSuffix() {
        return Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "you may not write there";
            case NoSuchFileException _ -> "the folder was removed while it was written";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /**
     * What is to be written.
     *
     * @param <T> where to
     */
    @FunctionalInterface
    public interface Content<T> {
        /** Writes it. */
        void writeTo(T sink) throws IOException;
    }
}
