package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.TableException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * What a file begins with.
 *
 * @param path the file
 * @param compression how it is compressed
 * @param start its first bytes, decompressed; nothing where they are not known
 */
record FileHead(Path path, Compression compression, byte[] start) {
    private static final int LENGTH = 1 << 16;

    /** Reads it; refuses a file that cannot be read or has nothing in it. */
    static FileHead of(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] raw = in.readNBytes(LENGTH);
            if (raw.length == 0) {
                throw new TableException(path + ": is empty. Name a file with a header and rows.");
            }
            Compression compression = Compression.of(raw);
            return new FileHead(path, compression, decompressed(raw, compression));
        } catch (IOException e) {
            throw new TableException(path + ": cannot be read. Check its permissions.", e);
        }
    }

    private static byte[] decompressed(byte[] raw, Compression compression) throws IOException {
        return switch (compression) {
            case NONE -> raw;
            case GZIP -> inflated(raw);
            // The JDK does not know it; DuckDB will find out.
            case ZSTD -> new byte[0];
        };
    }

    private static byte[] inflated(byte[] raw) throws IOException {
        byte[] start = new byte[LENGTH];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            for (int read = 0;
                    read >= 0 && length < start.length;
                    read = in.read(start, length, start.length - length)) {
                length += read;
            }
        } catch (EOFException e) {
            // Only the first bytes of the file were given.
        }
        return java.util.Arrays.copyOf(start, length);
    }

    boolean startsWith(String ascii) {
        byte[] magic = ascii.getBytes(StandardCharsets.US_ASCII);
        return start.length >= magic.length && java.util.Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    boolean looksLikeJson() {
        String text = new String(start, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") || text.startsWith("[");
    }

    /** Whether there is a zero byte, which no text has unless it is UTF-16. */
    boolean isBinary() {
        return encoding() != Encoding.UTF_16 && new String(start, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
    }

    /** The encoding that a byte order mark names, otherwise UTF-8. */
    Encoding encoding() {
        if (startsWith(0xfe, 0xff)) {
            throw new TableException(
                    path + ": is UTF-16 with the high byte first, which cannot be read. Save it as UTF-8.");
        }
        return startsWith(0xff, 0xfe) ? Encoding.UTF_16 : Encoding.UTF_8;
    }

    private boolean startsWith(int first, int second) {
        return start.length >= 2 && (start[0] & 0xff) == first && (start[1] & 0xff) == second;
    }
}
