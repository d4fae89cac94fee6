package io.plumbline.measures.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"number", "integer", "timestamp", "boolean", "text"})
    void bytesStayTheSameFromVersionToVersion(String type) throws IOException {
        Properties golden = new Properties();
        try (InputStream in = ProfileFormatTest.class.getResourceAsStream("golden-profiles.properties")) {
            golden.load(in);
        }
        Profile profile = example(type);
        assertThat(HexFormat.of().formatHex(profile.toBytes())).isEqualTo(golden.getProperty(type + ".bytes"));
        assertThat(profile.digest()).isEqualTo(golden.getProperty(type + ".digest"));
        byte[] bytes = HexFormat.of().parseHex(golden.getProperty(type + ".bytes"));
        assertThat(Profile.of(bytes, Sketches.NONE).digest()).isEqualTo(profile.digest());
    }

    static Profile example(String type) {
        double infinity = Double.POSITIVE_INFINITY;
        double[] doubles = {0.1, -2.5, 1e300, Double.MIN_VALUE, -0.0, Double.NaN, infinity, -infinity};
        return switch (type) {
            case "number" ->
                ProfileTest.profiled(
                                ProfileSpec.of(ColumnType.NUMBER).withEdges(Edges.of(-1, 0, 0.5)),
                                new ColumnChunk.Numbers(doubles, doubles.length, 2, 1))
                        .profile();
            case "integer" -> ofIntegers(ColumnType.INTEGER, Long.MAX_VALUE, -3, 7, 7);
            case "timestamp" -> ofIntegers(ColumnType.TIMESTAMP, 1_767_225_600_000_000L, 0);
            case "boolean" ->
                ProfileTest.profiled(ProfileSpec.of(ColumnType.BOOLEAN), new ColumnChunk.Booleans(3, 2, 1, 4))
                        .profile();
            case "text" -> ofTexts("a", "Käse", "日本", "😀", "b", "");
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static Profile ofIntegers(ColumnType type, long... values) {
        return ProfileTest.profiled(ProfileSpec.of(type), new ColumnChunk.Integers(values, values.length, 0, 1))
                .profile();
    }

    private static Profile ofTexts(String... texts) {
        long[] counts = {3, 1, 4, 1, 5, 9};
        ProfileSpec spec = ProfileSpec.of(ColumnType.TEXT).withMaxCategories(4);
        return ProfileTest.profiled(spec, new ColumnChunk.Texts(texts, counts, texts.length, 2, 6))
                .profile();
    }

    @Test
    void anyFlippedBitIsNoticed() {
        byte[] bytes = example("number").toBytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Profile.of(damaged, Sketches.NONE)).isInstanceOf(ProfileFormatException.class);
        }
    }

    @Test
    void anyLostEndIsNoticed() {
        byte[] bytes = example("text").toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Profile.of(cut, Sketches.NONE)).isInstanceOf(ProfileFormatException.class);
        }
    }

    @Test
    void wrongContentUnderARightChecksumIsRefusedOrHarmless() {
        Random random = new Random(5);
        for (String type : List.of("number", "integer", "boolean", "text")) {
            byte[] bytes = example(type).toBytes();
            for (int round = 0; round < 3000; round++) {
                byte[] forged = forged(bytes, random);
                try {
                    Profile.of(forged, Sketches.NONE).merge(Profile.of(forged, Sketches.NONE));
                } catch (ProfileFormatException expected) {
                    assertThat(expected).hasMessageContaining("damaged");
                } catch (IllegalArgumentException noLibrary) {
                    assertThat(noLibrary).hasMessageContaining("library of sketches");
                }
            }
        }
    }

    private static byte[] forged(byte[] bytes, Random random) {
        byte[] forged = bytes.clone();
        forged[8 + random.nextInt(bytes.length - 12)] = (byte) random.nextInt();
        CRC32C crc = new CRC32C();
        crc.update(forged, 0, forged.length - 4);
        ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(forged.length - 4, (int) crc.getValue());
        return forged;
    }

    @Test
    void saysWhatTheBytesAre() {
        assertThatThrownBy(() -> Profile.of(
                        "no profile at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), Sketches.NONE))
                .hasMessage("this is not a profile");
        byte[] later = example("boolean").toBytes();
        later[4] = 2;
        assertThatThrownBy(() -> Profile.of(later, Sketches.NONE))
                .hasMessageContaining("a profile of format 2, and only format 1 is read here");
    }
}
