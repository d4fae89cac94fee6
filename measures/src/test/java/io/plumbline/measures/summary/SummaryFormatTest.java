package io.plumbline.measures.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.exact.Dyadic;
import io.plumbline.measures.profile.ProfileFormatException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SummaryFormatTest {
    /** These bytes are a contract: another version of the format would need another test, and this one stays. */
    private static final String GOLDEN =
            "504c5053010000000400000074657374010000000700000073657474696e6701000000310100000004000000726f77730300"
                    + "00000000000001000000040000006c6f737302000000000000000100000000000000feffffff0100000005feffffff010000"
                    + "00ffffffffff01000000050100000002000000c3a901000000620200000000000000c9ffffff08000000008ccccccccccccd"
                    + "010000000000000000000000000000f03fa00f00000a000000010200000000000000000000000100000000000000ffffffff"
                    + "01000000050000000000000000000000000100000000000000000000d03f0000000000000000000000000100000000010000"
                    + "0000000000000000000100000001eae9140a";

    /** Scores of several names need format 2. */
    private static final String GOLDEN_OF_TWO =
            "504c5053020000000400000074657374000000000000000000000000000000000200000001000000610000000000000000"
                    + "000000000000f03fa00f00000a0000000101000000000000000000d03f0100000000000000000000000100000001000000"
                    + "000000000000000000010000000001000000620000000000000000000000000000f03fa00f00000a000000010100000000"
                    + "0000000000e83f000000000000000000000000010000000001000000000000000000000001000000019951eeea";

    private static Summary summary() {
        MomentAccumulator moment = new MomentAccumulator();
        moment.add(0.5);
        moment.add(-3, 0.25);
        moment.add(Double.NaN);
        MassAccumulator mass = new MassAccumulator();
        mass.add(1);
        mass.add(0.1);
        ScoreTableBuilder scores = new ScoreTableBuilder(ScoreGrid.PROBABILITIES, 10);
        scores.add(0.25, true);
        scores.add(-0.0, false, 2.5);
        return new Summary(
                "test",
                new TreeMap<>(Map.of("setting", "1")),
                new TreeMap<>(Map.of("rows", 3L, "none", 0L)),
                new TreeMap<>(Map.of("loss", moment.moment())),
                new TreeMap<>(Map.of(new Cell("é", "b"), mass.mass(), new Cell("c", "d"), Mass.NONE)),
                new TreeMap<>(Map.of(Summary.SCORE, scores.build())));
    }

    @Test
    void bytesAreThoseOfTheFormat() {
        assertThat(HexFormat.of().formatHex(summary().toBytes())).isEqualTo(GOLDEN);
    }

    @Test
    void bytesComeBack() {
        Summary read = Summary.of(summary().toBytes());

        assertThat(read.toBytes()).isEqualTo(summary().toBytes());
        assertThat(read.counts()).containsExactly(Map.entry("rows", 3L));
        assertThat(read.moment("loss")).isEqualTo(summary().moment("loss"));
        assertThat(read.moment("loss").beyond()).isEqualTo(1);
        assertThat(read.cell("é", "b").total()).isEqualTo(1.1);
        assertThat(read.cells()).hasSize(1);
    }

    @Test
    void everyDamagedByteIsNoticed() {
        assertEveryDamageIsNoticed(summary().toBytes());
    }

    private static void assertEveryDamageIsNoticed(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> Summary.of(damaged)).isInstanceOf(ProfileFormatException.class);
        }
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Summary.of(cut)).isInstanceOf(ProfileFormatException.class);
        }
    }

    @Test
    void scoresOfSeveralNamesAreOfTheSecondFormat() {
        byte[] bytes = ofTwoScores().toBytes();

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN_OF_TWO);
        assertThat(Summary.of(bytes).toBytes()).isEqualTo(bytes);
        assertThat(Summary.of(bytes).scores()).containsOnlyKeys("a", "b");
        assertThat(Summary.of(bytes).table("b").positives().rows()).isEqualTo(1);
        assertEveryDamageIsNoticed(bytes);
    }

    private static Summary ofTwoScores() {
        ScoreTableBuilder one = new ScoreTableBuilder(ScoreGrid.PROBABILITIES, 10);
        one.add(0.25, false);
        ScoreTableBuilder other = new ScoreTableBuilder(ScoreGrid.PROBABILITIES, 10);
        other.add(0.75, true);
        return new Summary(
                "test",
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("a", one.build(), "b", other.build())));
    }

    @Test
    void aFormatOfALaterTimeIsNamed() {
        byte[] bytes = summary().toBytes();
        bytes[4] = 3;

        assertThatThrownBy(() -> Summary.of(bytes))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageContaining("a summary of format 3, and only formats 1 to 2 are read here");
    }

    @Test
    void onlyLikesMerge() {
        Summary other = new Summary(
                "other", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

        assertThatThrownBy(() -> summary().merge(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("summaries of different kinds cannot be merged: test and other");
    }

    @Test
    void momentsAreExact() {
        MomentAccumulator moment = new MomentAccumulator();
        for (int i = 0; i < 2000; i++) {
            moment.add(1e16);
            moment.add(1);
            moment.add(-1e16);
        }

        assertThat(moment.moment().sum()).isEqualTo(Dyadic.of(2000));
        assertThat(moment.moment().mean()).isEqualTo(1.0 / 3);
    }

    @Test
    void aDoubleIsExactlyThatDyadic() {
        for (double value :
                new double[] {0, 1, -0.1, Double.MIN_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, 1e300, 3}) {
            assertThat(Dyadic.exactly(value).toDouble()).isEqualTo(value);
        }
        assertThatThrownBy(() -> Dyadic.exactly(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
