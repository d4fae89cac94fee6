/**
 * The intake log: what was appended is on disk before the append returns, and is read again after any crash.
 *
 * <p>A log is a folder of segments, each a header and then frames. A frame is its length, a CRC-32C, its sequence number, its place in the group it was written with,
 * and the payload, whose meaning the log does not know. Frames are numbered from 1 without gaps, and a segment's name carries the number of its first frame.
 */
@NullMarked
package io.plumbline.store.records.log;

import org.jspecify.annotations.NullMarked;
