package io.plumbline.measures.profile;

import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableColumn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The profiles of all columns of a data set, as one file ({@code .plp}). Format 1, little endian; {@code text} is an {@code i32} length
 * and so many bytes of UTF-8:
 *
 * <pre>
 * magic      4 bytes  "PLPF"
 * version    u16      1
 * reserved   u16      0
 * name       text     of the data set
 * rows       i64
 * columns    i32      how many, then for each:
 *   name     text
 *   role     text     feature, prediction, score, target, id, time, weight or metadata
 *   profile  i32 length and the bytes of the profile, which state the column's type
 * checksum   u32      CRC-32C of all bytes before
 * </pre>
 *
 * @param name of the data set, for messages and reports
 * @param rows how many rows it has
 * @param columns its columns in order
 */
public record ProfileFile(String name, long rows, List<Entry> columns) {
    private static final int MAGIC = 0x4650_4C50;
    private static final int VERSION = 1;

    /** Keeps an unmodifiable copy. */
    public ProfileFile {
        columns = List.copyOf(columns);
    }

    /**
     * A column and its profile.
     *
     * @param column name, type and role; the type is that of the profile
     * @param profile of all its rows
     */
    public record Entry(TableColumn column, Profile profile) {
        /** Fails where the types differ. */
        public Entry {
            if (column.type() != profile.spec().type()) {
                throw new IllegalArgumentException("column " + column.name() + " is of type "
                        + column.type().label() + ", and its profile of type "
                        + profile.spec().type().label());
            }
        }
    }

    /** The file's bytes. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter().i32(MAGIC).u16(VERSION).u16(0);
        out.text(name).i64(rows).i32(columns.size());
        for (Entry entry : columns) {
            out.text(entry.column().name()).text(entry.column().role().label());
            out.block(entry.profile().toBytes());
        }
        return out.checksum().toBytes();
    }

    /**
     * A file from its bytes.
     *
     * @param library reads the sketches
     * @throws ProfileFormatException where the bytes are no profile file, are damaged or are of a later version
     */
    public static ProfileFile of(byte[] bytes, Sketches library) {
        ByteReader in = ByteReader.opened(bytes, MAGIC, VERSION, "profile file");
        String name = in.text();
        long rows = in.rows();
        List<Entry> columns = new ArrayList<>();
        for (int left = in.count(3 * Integer.BYTES); left > 0; left--) {
            columns.add(readEntry(in, library));
        }
        in.requireEnd();
        return new ProfileFile(name, rows, columns);
    }

    private static Entry readEntry(ByteReader in, Sketches library) {
        String name = in.text();
        ColumnRole role = readRole(in);
        Profile profile = Profile.of(in.block(), library);
        return new Entry(new TableColumn(name, profile.spec().type(), role), profile);
    }

    private static ColumnRole readRole(ByteReader in) {
        String label = in.text();
        try {
            return ColumnRole.valueOf(label.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ProfileFormatException("the profile file is damaged: there is no role " + label, e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException where it cannot be read
     * @throws ProfileFormatException where it is no profile file, is damaged or is of a later version
     */
    public static ProfileFile read(Path file, Sketches library) throws IOException {
        return of(Files.readAllBytes(file), library);
    }

    /**
     * Writes a file, all of it or nothing: first beside the place under another name, then, once it is on the disk, moved there.
     *
     * @throws IOException where it cannot be written; nothing is left then
     */
    public void write(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path draft = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            writeThrough(draft);
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void writeThrough(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(toBytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
