package io.plumbline.store.records.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrameCodecTest {
    private static final Id DATASET = new Id(-5, Long.MIN_VALUE + 3);
    private static final List<ValueType> TYPES = List.of(ValueType.values());
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456Z");

    @Provide
    Arbitrary<RecordBatch> batches() {
        return Arbitraries.randomValue(FrameCodecTest::randomBatch);
    }

    private static RecordBatch randomBatch(Random random) {
        int rows = random.nextInt(300);
        String[] ids = IntStream.range(0, rows).mapToObj(row -> "id-" + row).toArray(String[]::new);
        long[] times = random.longs(rows).toArray();
        Optional<String[]> transactions = random.nextBoolean() ? Optional.of(texts(random, rows)) : Optional.empty();
        List<BatchColumn> columns = new ArrayList<>();
        for (int i = random.nextInt(10); i > 0; i--) {
            columns.add(randomColumn("column " + i + " ü", rows, random));
        }
        return new RecordBatch(ids, times, transactions, columns);
    }

    private static BatchColumn randomColumn(String name, int rows, Random random) {
        BitSet missing = new BitSet();
        IntStream.range(0, rows).filter(row -> random.nextInt(4) == 0).forEach(missing::set);
        return switch (TYPES.get(random.nextInt(TYPES.size()))) {
            case NUMBER -> new BatchColumn.Numbers(name, doubles(random, rows), missing);
            case INTEGER -> new BatchColumn.Integers(name, random.longs(rows).toArray(), missing);
            case TIMESTAMP ->
                new BatchColumn.Timestamps(name, random.longs(rows).toArray(), missing);
            case BOOLEAN -> new BatchColumn.Booleans(name, booleans(random, rows), missing);
            case TEXT -> new BatchColumn.Texts(name, ValueType.TEXT, texts(random, rows), missing);
            case JSON -> new BatchColumn.Texts(name, ValueType.JSON, texts(random, rows), missing);
            case VECTOR ->
                new BatchColumn.Vectors(
                        name,
                        IntStream.range(0, rows)
                                .mapToObj(row -> doubles(random, random.nextInt(5)))
                                .toArray(double[][]::new),
                        missing);
            case BINARY ->
                new BatchColumn.Binaries(
                        name,
                        IntStream.range(0, rows)
                                .mapToObj(row -> octets(random, random.nextInt(200)))
                                .toArray(byte[][]::new),
                        missing);
        };
    }

    /** With NaN of any bits, infinities and both zeros. */
    private static double[] doubles(Random random, int count) {
        return IntStream.range(0, count)
                .mapToDouble(row -> Double.longBitsToDouble(random.nextLong()))
                .map(value -> random.nextInt(5) == 0 ? -0.0 : value)
                .toArray();
    }

    private static boolean[] booleans(Random random, int count) {
        boolean[] values = new boolean[count];
        IntStream.range(0, count).forEach(row -> values[row] = random.nextBoolean());
        return values;
    }

    private static byte[] octets(Random random, int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }

    /** Few or many different ones, some long, some outside the basic plane. */
    private static String[] texts(Random random, int count) {
        int different = 1 + random.nextInt(2) * random.nextInt(1000);
        return IntStream.range(0, count)
                .mapToObj(row -> random.nextInt(different))
                .map(number -> number % 7 == 0 ? "" : ("text 😀 " + number).repeat(1 + number % 13))
                .toArray(String[]::new);
    }

    @Property
    void aBatchComesBackAsItWas(@ForAll("batches") RecordBatch batch) {
        BatchReceipt receipt = new BatchReceipt("batch/ß", batch.rows(), AT);
        RecordFrame.Batch back = (RecordFrame.Batch) back(new RecordFrame.Batch(DATASET, receipt, batch));
        assertThat(back.dataset()).isEqualTo(DATASET);
        assertThat(back.receipt()).isEqualTo(receipt);
        assertThat(back.batch().ids()).isEqualTo(batch.ids());
        assertThat(back.batch().eventTimes()).isEqualTo(batch.eventTimes());
        assertThat(back.batch().transactions().map(List::of))
                .isEqualTo(batch.transactions().map(List::of));
        assertThat(back.batch().columns()).hasSameSizeAs(batch.columns());
        for (int i = 0; i < batch.columns().size(); i++) {
            assertSame(back.batch().columns().get(i), batch.columns().get(i));
        }
    }

    private static void assertSame(BatchColumn back, BatchColumn column) {
        assertThat(back.name()).isEqualTo(column.name());
        assertThat(back.type()).isEqualTo(column.type());
        assertThat(back.rows()).isEqualTo(column.rows());
        assertThat(back.missing()).isEqualTo(column.missing());
        for (int row = 0; row < column.rows(); row++) {
            if (!column.missing().get(row)) {
                assertThat(value(back, row)).isEqualTo(value(column, row));
            }
        }
    }

    /** Numbers by their bits. */
    private static Object value(BatchColumn column, int row) {
        return switch (column) {
            case BatchColumn.Numbers numbers -> Double.doubleToRawLongBits(numbers.values()[row]);
            case BatchColumn.Integers integers -> integers.values()[row];
            case BatchColumn.Timestamps timestamps -> timestamps.micros()[row];
            case BatchColumn.Booleans booleans -> booleans.values()[row];
            case BatchColumn.Texts texts -> texts.values()[row];
            case BatchColumn.Vectors vectors ->
                Arrays.stream(vectors.values()[row])
                        .mapToLong(Double::doubleToRawLongBits)
                        .boxed()
                        .toList();
            case BatchColumn.Binaries binaries -> ByteBuffer.wrap(binaries.values()[row]);
        };
    }

    private static RecordFrame back(RecordFrame frame) {
        return FrameCodec.decode(FrameCodec.encode(frame).asReadOnlyBuffer());
    }

    @Example
    void changesAndDropsComeBackAsTheyWere() {
        List<RecordChange> changes = List.of(
                new RecordChange("a", Part.VALUE, "x", Optional.of("1.5"), AT),
                new RecordChange("b", Part.ANNOTATION, "note", Optional.of("\"ü\""), Instant.EPOCH.minusSeconds(9)),
                new RecordChange("b", Part.ANNOTATION, "note", Optional.empty(), AT));
        RecordFrame frame = new RecordFrame.Changes(DATASET, new BatchReceipt("c", 3, AT), changes);
        assertThat(back(frame)).isEqualTo(frame);
        assertThat(back(new RecordFrame.Dropped(DATASET))).isEqualTo(new RecordFrame.Dropped(DATASET));
    }

    @Example
    void aTransactionThatIsAbsentStaysAbsent() {
        String[] transactions = {"t", null, "u"};
        RecordBatch batch =
                new RecordBatch(new String[] {"a", "b", "c"}, new long[3], Optional.of(transactions), List.of());
        RecordFrame.Batch back =
                (RecordFrame.Batch) back(new RecordFrame.Batch(DATASET, new BatchReceipt("b", 3, AT), batch));
        assertThat(back.batch().transactions().orElseThrow()).containsExactly(transactions);
    }

    @Example
    void textsThatComeBackOftenAreWrittenOnce() {
        String[] values = IntStream.range(0, 10_000)
                .mapToObj(row -> "category " + row % 5)
                .toArray(String[]::new);
        BatchColumn column = new BatchColumn.Texts("c", ValueType.TEXT, values, new BitSet());
        RecordBatch batch = new RecordBatch(
                IntStream.range(0, 10_000).mapToObj(row -> "").toArray(String[]::new),
                new long[10_000],
                Optional.empty(),
                List.of(column));
        ByteBuffer bytes = FrameCodec.encode(new RecordFrame.Batch(DATASET, new BatchReceipt("b", 1, AT), batch));
        assertThat(bytes.remaining()).isLessThan(8 * 10_000 + 2 * 10_000 + 500);
    }

    @Example
    void aFrameOfALaterVersionIsNamedAsSuch() {
        ByteBuffer bytes = FrameCodec.encode(new RecordFrame.Dropped(DATASET));
        ByteBuffer version =
                ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
        version.put(0, (byte) 9);
        assertThatThrownBy(() -> FrameCodec.decode(version))
                .isInstanceOf(FrameFormatException.class)
                .hasMessageContaining("a frame of format 9");
        ByteBuffer kind =
                ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
        kind.put(1, (byte) 9);
        assertThatThrownBy(() -> FrameCodec.decode(kind)).hasMessageContaining("unknown kind 9");
        ByteBuffer longer = ByteBuffer.allocate(bytes.remaining() + 1)
                .put(bytes.duplicate())
                .rewind();
        assertThatThrownBy(() -> FrameCodec.decode(longer)).hasMessageContaining("more than this version knows");
    }
}
