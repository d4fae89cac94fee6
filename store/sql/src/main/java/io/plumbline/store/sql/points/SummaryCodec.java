package io.plumbline.store.sql.points;

import io.plumbline.domain.experiment.MetricSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * The summaries of the metrics of one run as bytes: a version, the count, then of each its key, its latest value, step and time (as the difference to
 * the one before), and, where there is more than one point, the rest.
 */
public final class SummaryCodec {
    private static final int VERSION = 1;
    private static final int EXPECTED_BYTES = 64;

    /** What is said of it follows from its one point. */
    private static final int ONE_POINT = 0;

    private static final int MORE = 1;

    private SummaryCodec() {}

    /** The bytes of these summaries. */
    public static byte[] encode(List<MetricSummary> summaries) {
        ByteWriter out = new ByteWriter(summaries.size() * EXPECTED_BYTES);
        out.write(VERSION);
        out.writeUnsigned(summaries.size());
        long before = 0;
        for (MetricSummary summary : summaries) {
            out.writeText(summary.key());
            out.writeDouble(summary.latest());
            out.writeSigned(summary.latestStep());
            out.writeSigned(summary.latestMicros() - before);
            before = summary.latestMicros();
            writeRest(out, summary);
        }
        return out.toBytes();
    }

    private static void writeRest(ByteWriter out, MetricSummary summary) {
        boolean one = summary.equals(
                ofOnePoint(summary.key(), summary.latest(), summary.latestStep(), summary.latestMicros()));
        out.write(one ? ONE_POINT : MORE);
        if (!one) {
            out.writeUnsigned(summary.count());
            out.writeUnsigned(summary.finite());
            out.writeDouble(summary.min());
            out.writeDouble(summary.max());
            out.writeDouble(summary.mean());
            out.writeDouble(summary.squares());
            out.writeSigned(summary.firstStep());
            out.writeSigned(summary.lastStep());
        }
    }

    /** As {@link MetricSummary#of}, whatever rules keys have by now. */
    private static MetricSummary ofOnePoint(String key, double value, long step, long micros) {
        boolean finite = Double.isFinite(value);
        double known = finite ? value : Double.NaN;
        return new MetricSummary(key, 1, finite ? 1 : 0, known, known, known, 0, value, step, micros, step, step);
    }

    /**
     * The summaries of these bytes, in the order in which they were written.
     *
     * @throws IllegalStateException where they are of another version
     */
    public static List<MetricSummary> decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.read();
        if (version != VERSION) {
            throw new IllegalStateException("summaries of the unknown version " + version);
        }
        int size = in.readSize();
        List<MetricSummary> summaries = new ArrayList<>(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            MetricSummary summary = decode(in, before);
            before = summary.latestMicros();
            summaries.add(summary);
        }
        return summaries;
    }

    private static MetricSummary decode(ByteReader in, long before) {
        String key = in.readText();
        double latest = in.readDouble();
        long step = in.readSigned();
        long micros = before + in.readSigned();
        if (in.read() == ONE_POINT) {
            return ofOnePoint(key, latest, step, micros);
        }
        // Arguments are evaluated from left to right, as they were written.
        long count = in.readUnsigned();
        long finite = in.readUnsigned();
        return new MetricSummary(
                key,
                count,
                finite,
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                latest,
                step,
                micros,
                in.readSigned(),
                in.readSigned());
    }
}
