package io.plumbline.store.records.frame;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Frames as bytes and back. Times are kept to the microsecond. */
public final class FrameCodec {
    private static final int VERSION = 1;
    private static final int BATCH = 1;
    private static final int CHANGES = 2;
    private static final int DROPPED = 3;

    private FrameCodec() {}

    /**
     * The bytes of a frame.
     *
     * @throws FrameTooLargeException where they would be more than 2 GB
     */
    public static ByteBuffer encode(RecordFrame frame) {
        ByteSink sink = new ByteSink();
        sink.octet(VERSION);
        switch (frame) {
            case RecordFrame.Batch batch -> {
                start(BATCH, batch, sink);
                BatchFormat.write(batch.batch(), sink);
            }
            case RecordFrame.Changes changes -> {
                start(CHANGES, changes, sink);
                sink.count(changes.changes().size());
                changes.changes().forEach(change -> write(change, sink));
            }
            case RecordFrame.Dropped dropped -> start(DROPPED, dropped.dataset(), sink);
        }
        return sink.finished();
    }

    private static void start(int kind, RecordFrame.Kept frame, ByteSink sink) {
        start(kind, frame.dataset(), sink);
        sink.text(frame.receipt().batchId());
        sink.number(micros(frame.receipt().receivedAt()));
    }

    private static void start(int kind, Id dataset, ByteSink sink) {
        sink.octet(kind);
        sink.number(dataset.seconds());
        sink.number(dataset.random());
    }

    private static void write(RecordChange change, ByteSink sink) {
        sink.text(change.recordId());
        sink.octet(code(change.part()));
        sink.text(change.field());
        sink.octet(change.value().isPresent() ? 1 : 0);
        change.value().ifPresent(sink::text);
        sink.number(micros(change.at()));
    }

    /**
     * The frame of these bytes.
     *
     * @throws FrameFormatException where a later version wrote them
     */
    public static RecordFrame decode(ByteBuffer bytes) {
        ByteSource source = new ByteSource(bytes);
        int version = source.octet();
        if (version != VERSION) {
            throw new FrameFormatException("a frame of format " + version);
        }
        int kind = source.octet();
        Id dataset = new Id(source.number(), source.longNumber());
        RecordFrame frame = decode(kind, dataset, source);
        if (!source.isAtEnd()) {
            throw new FrameFormatException("a frame of kind " + kind + " with more than this version knows");
        }
        return frame;
    }

    private static RecordFrame decode(int kind, Id dataset, ByteSource source) {
        return switch (kind) {
            case BATCH -> batch(dataset, source);
            case CHANGES -> changes(dataset, source);
            case DROPPED -> new RecordFrame.Dropped(dataset);
            default -> throw new FrameFormatException("a frame of the unknown kind " + kind);
        };
    }

    private static RecordFrame batch(Id dataset, ByteSource source) {
        String batchId = source.text();
        Instant receivedAt = instant(source.longNumber());
        RecordBatch batch = BatchFormat.read(source);
        return new RecordFrame.Batch(dataset, new BatchReceipt(batchId, batch.rows(), receivedAt), batch);
    }

    private static RecordFrame changes(Id dataset, ByteSource source) {
        String batchId = source.text();
        Instant receivedAt = instant(source.longNumber());
        int count = source.count();
        List<RecordChange> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            changes.add(change(source));
        }
        return new RecordFrame.Changes(dataset, new BatchReceipt(batchId, count, receivedAt), changes);
    }

    private static RecordChange change(ByteSource source) {
        String recordId = source.text();
        Part part = part(source.octet());
        String field = source.text();
        Optional<String> value = source.octet() == 1 ? Optional.of(source.text()) : Optional.empty();
        return new RecordChange(recordId, part, field, value, instant(source.longNumber()));
    }

    private static int code(Part part) {
        return switch (part) {
            case VALUE -> 1;
            case ANNOTATION -> 2;
        };
    }

    private static Part part(int code) {
        return switch (code) {
            case 1 -> Part.VALUE;
            case 2 -> Part.ANNOTATION;
            default -> throw new FrameFormatException("a change of the unknown part " + code);
        };
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
