package io.plumbline.store.sql.points;

import io.plumbline.domain.experiment.MetricSeries;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The points of one request as bytes: the count of metrics, then of each its key and its points. */
public final class BatchCodec {
    private BatchCodec() {}

    /** The bytes of these points by key. */
    public static byte[] encode(Map<String, MetricSeries> series) {
        ByteWriter out = new ByteWriter(series.size() * 48);
        out.writeUnsigned(series.size());
        series.forEach((key, points) -> {
            out.writeText(key);
            writeSized(out, PointCodec.encode(points));
        });
        return out.toBytes();
    }

    private static void writeSized(ByteWriter out, byte[] bytes) {
        out.writeUnsigned(bytes.length);
        out.write(bytes, bytes.length);
    }

    /** All points by key. */
    public static Map<String, MetricSeries> decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Map<String, MetricSeries> series = new TreeMap<>();
        for (int left = in.readSize(); left > 0; left--) {
            String key = in.readText();
            in.readSize();
            series.put(key, PointCodec.decode(in));
        }
        return series;
    }

    /** The points of one key, if there are any. */
    public static Optional<MetricSeries> decode(byte[] bytes, String key) {
        ByteReader in = new ByteReader(bytes);
        for (int left = in.readSize(); left > 0; left--) {
            boolean wanted = in.readText().equals(key);
            int length = in.readSize();
            if (wanted) {
                return Optional.of(PointCodec.decode(in));
            }
            in.skip(length);
        }
        return Optional.empty();
    }
}
