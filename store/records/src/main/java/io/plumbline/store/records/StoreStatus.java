package io.plumbline.store.records;

import java.util.Optional;

/**
 * How a record store is doing.
 *
 * @param waitingRows records and changes that wait for a file
 * @param waitingBytes about how many bytes of memory they take
 * @param logBytes how long the intake log is
 * @param trouble what the background work could not do the last time, in a sentence
 */
public record StoreStatus(long waitingRows, long waitingBytes, long logBytes, Optional<String> trouble) {}
