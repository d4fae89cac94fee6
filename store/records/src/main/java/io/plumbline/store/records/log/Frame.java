package io.plumbline.store.records.log;

import java.nio.ByteBuffer;

/**
 * One appended payload as the log gives it back.
 *
 * @param sequence its number, from 1
 * @param payload the bytes that were appended, read-only
 */
public record Frame(long sequence, ByteBuffer payload) {}
