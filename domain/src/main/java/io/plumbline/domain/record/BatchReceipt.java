package io.plumbline.domain.record;

import java.time.Instant;

/**
 * That a batch is kept.
 *
 * @param batchId of the batch
 * @param rows how many records it has
 * @param receivedAt when it came in
 */
public record BatchReceipt(String batchId, long rows, Instant receivedAt) {}
