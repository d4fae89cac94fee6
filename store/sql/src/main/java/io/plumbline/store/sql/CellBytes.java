package io.plumbline.store.sql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The profiles of a cell as compressed bytes: how many, then the length and the bytes of each. Most of a profile is small counts. */
final class CellBytes {
    private CellBytes() {}

    static byte[] write(List<byte[]> profiles) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(profiles.size());
            for (byte[] profile : profiles) {
                out.writeInt(profile.length);
                out.write(profile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<byte[]> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            List<byte[]> profiles = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                profiles.add(in.readNBytes(in.readInt()));
            }
            return profiles;
        } catch (IOException e) {
            throw new UncheckedIOException("a stored cell of performance is damaged", e);
        }
    }
}
