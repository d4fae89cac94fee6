package io.plumbline.store.sql.points;

import io.plumbline.domain.experiment.MetricSeries;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The points of one metric as bytes: a version, the count, then steps and times as differences of differences (so that even ones are zeros), then
 * the bits of the values. Each of the two parts is deflated where that halves it.
 */
public final class PointCodec {
    private static final int VERSION = 1;
    private static final int WORTH_DEFLATING = 128;

    private PointCodec() {}

    /** The bytes of these points. */
    public static byte[] encode(MetricSeries series) {
        ByteWriter out = new ByteWriter(16 + series.size() * 12);
        out.write(VERSION);
        out.writeUnsigned(series.size());
        ByteWriter whole = new ByteWriter(series.size() * 3);
        writeDifferences(whole, series.steps());
        writeDifferences(whole, series.micros());
        writePart(out, whole.array(), whole.size());
        byte[] values = new byte[series.size() * Long.BYTES];
        for (int i = 0; i < series.size(); i++) {
            ByteWriter.LONGS.set(values, i * Long.BYTES, Double.doubleToRawLongBits(series.values()[i]));
        }
        writePart(out, values, values.length);
        return out.toBytes();
    }

    private static void writeDifferences(ByteWriter out, long[] numbers) {
        long last = 0;
        long lastStride = 0;
        for (long number : numbers) {
            long stride = number - last;
            out.writeSigned(stride - lastStride);
            last = number;
            lastStride = stride;
        }
    }

    /** A part: its length inflated, its length here, its bytes. Equal lengths mean that it is not deflated. */
    private static void writePart(ByteWriter out, byte[] part, int length) {
        byte[] deflated = new byte[length / 2];
        int deflatedLength = length < WORTH_DEFLATING ? 0 : deflate(part, length, deflated);
        out.writeUnsigned(length);
        if (deflatedLength > 0) {
            out.writeUnsigned(deflatedLength);
            out.write(deflated, deflatedLength);
        } else {
            out.writeUnsigned(length);
            out.write(part, length);
        }
    }

    /** How many bytes it takes; 0 where there is not enough room. */
    private static int deflate(byte[] part, int length, byte[] room) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(part, 0, length);
            deflater.finish();
            int written = deflater.deflate(room);
            return deflater.finished() ? written : 0;
        }
    }

    /**
     * The points of these bytes.
     *
     * @throws IllegalStateException where they are of another version or damaged
     */
    public static MetricSeries decode(byte[] bytes) {
        return decode(new ByteReader(bytes));
    }

    static MetricSeries decode(ByteReader in) {
        int version = in.read();
        if (version != VERSION) {
            throw new IllegalStateException("points of the unknown version " + version);
        }
        int size = in.readSize();
        MetricSeries series = new MetricSeries(new long[size], new long[size], new double[size]);
        ByteReader whole = new ByteReader(readPart(in));
        readDifferences(whole, series.steps());
        readDifferences(whole, series.micros());
        byte[] values = readPart(in);
        for (int i = 0; i < size; i++) {
            series.values()[i] = Double.longBitsToDouble((long) ByteWriter.LONGS.get(values, i * Long.BYTES));
        }
        return series;
    }

    private static void readDifferences(ByteReader in, long[] numbers) {
        long last = 0;
        long stride = 0;
        for (int i = 0; i < numbers.length; i++) {
            stride += in.readSigned();
            last += stride;
            numbers[i] = last;
        }
    }

    private static byte[] readPart(ByteReader in) {
        int length = in.readSize();
        int here = in.readSize();
        byte[] part = in.readBytes(here);
        return here == length ? part : inflate(part, length);
    }

    private static byte[] inflate(byte[] part, int length) {
        byte[] whole = new byte[length];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(part);
            int written = inflater.inflate(whole);
            if (written != length) {
                throw new IllegalStateException("points break off");
            }
            return whole;
        } catch (DataFormatException e) {
            throw new IllegalStateException("points are damaged", e);
        }
    }
}
