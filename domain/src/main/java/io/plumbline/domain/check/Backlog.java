package io.plumbline.domain.check;

import io.plumbline.domain.model.Dataset;
import java.time.Instant;
import java.util.Optional;

/**
 * What records there are for a monitor.
 *
 * @param kind of the dataset that its checks wait for
 * @param total how many records that has
 * @param unprocessed how many of them came since the last measurement
 * @param processed the end of what was looked at; empty before the first measurement
 */
public record Backlog(Dataset.Kind kind, long total, long unprocessed, Optional<Instant> processed) {}
