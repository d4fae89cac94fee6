package io.plumbline.measures.profile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The bytes of a profile, format 1. All numbers are little endian; {@code block} is an {@code i32} length and so many bytes.
 *
 * <pre>
 * magic      4 bytes  "PLPR"
 * version    u16      1
 * reserved   u16      0
 * exact      block    specification and exact part, see {@link ExactFormat}: equal for equal rows; the digest is its SHA-256
 * sketches   u8       how many, then for each, by ascending kind:
 *   kind     u8       1 quantiles (KLL of doubles), 2 distinct (HyperLogLog), 3 frequent items (of UTF-8 texts)
 *   bytes    block    compact form of Apache DataSketches, serial version as of library 6 to 9
 * checksum   u32      CRC-32C of all bytes before
 * </pre>
 */
final class ProfileFormat {
    private static final int MAGIC = 0x5250_4C50;
    private static final int VERSION = 1;

    private ProfileFormat() {}

    static byte[] write(Profile profile) {
        Map<SketchKind, byte[]> sketches = profile.sketches().bytes();
        ByteWriter out = new ByteWriter().i32(MAGIC).u16(VERSION).u16(0);
        out.block(exactBytes(profile)).u8(sketches.size());
        sketches.forEach((kind, bytes) -> out.u8(kind.code()).block(bytes));
        return out.checksum().toBytes();
    }

    static byte[] exactBytes(Profile profile) {
        ByteWriter out = new ByteWriter();
        ExactFormat.write(out, profile.spec(), profile.exact());
        return out.toBytes();
    }

    static Profile read(byte[] bytes, Sketches library, Set<SketchKind> kinds) {
        ByteReader in = ByteReader.opened(bytes, MAGIC, VERSION, "profile");
        ByteReader exact = new ByteReader(in.block(), "profile");
        ProfileSpec spec = ExactFormat.readSpec(exact);
        ExactPart part = ExactFormat.readPart(exact, spec);
        exact.requireEnd();
        Map<SketchKind, byte[]> sketches = readSketches(in, spec, kinds);
        in.requireEnd();
        return new Profile(spec.keeping(kinds), part, SketchSet.read(sketches, library));
    }

    private static Map<SketchKind, byte[]> readSketches(ByteReader in, ProfileSpec spec, Set<SketchKind> kinds) {
        Map<SketchKind, byte[]> wanted = new EnumMap<>(SketchKind.class);
        Set<SketchKind> found = EnumSet.noneOf(SketchKind.class);
        for (int left = in.u8(); left > 0; left--) {
            SketchKind kind = SketchKind.ofCode(in.u8());
            found.add(kind);
            if (kinds.contains(kind)) {
                wanted.put(kind, in.block());
            } else {
                in.skipBlock();
            }
        }
        if (!found.equals(spec.sketches().keySet())) {
            throw in.damaged("its sketches are not those of its specification");
        }
        return wanted;
    }
}
