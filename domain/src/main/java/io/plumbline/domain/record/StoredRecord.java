package io.plumbline.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is read.
 *
 * @param id of the record
 * @param eventTime when what it tells of happened
 * @param receivedAt when it came in
 * @param transaction what ties it to records of other datasets, where the sender gave it
 * @param values in the order of the page's columns: Double, Long, Instant, Boolean, String (also for JSON), double[], byte[], or null where missing
 * @param annotations by name, each the text of a JSON value
 */
public record StoredRecord(
        String id,
        Instant eventTime,
        Instant receivedAt,
        Optional<String> transaction,
        List<@Nullable Object> values,
        SortedMap<String, String> annotations) {}
