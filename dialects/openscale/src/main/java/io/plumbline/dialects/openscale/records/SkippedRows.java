package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.wire.ErrorItem;
import io.plumbline.dialects.openscale.wire.ErrorReport;
import io.plumbline.dialects.openscale.wire.ResourceState;
import io.plumbline.dialects.openscale.wire.Status;
import java.util.List;
import java.util.stream.Stream;

/** Tells of rows that were passed over, beside the state of a request that was accepted all the same. */
final class SkippedRows {
    private static final String CODE = "PLB2020W";

    private SkippedRows() {}

    /** The state of a request whose rows were taken, but for those that were passed over. */
    static Status status(Incoming.Skipped skipped, String requestId) {
        Status.Builder status = Status.builder().state(ResourceState.PREPARING);
        return skipped.rows() == 0
                ? status.build()
                : status.failure(report(skipped, requestId)).build();
    }

    private static ErrorReport report(Incoming.Skipped skipped, String requestId) {
        List<ErrorItem> items = Stream.concat(
                        Stream.of(skipped.rows() + " bad rows were passed over"), skipped.reasons().stream())
                .map(SkippedRows::item)
                .toList();
        return ErrorReport.builder().trace(requestId).errors(items).build();
    }

    private static ErrorItem item(String message) {
        return ErrorItem.builder()
                .code(CODE)
                .message(message)
                .parameters(List.of())
                .build();
    }
}
