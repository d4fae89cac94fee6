package io.plumbline.domain;

import java.time.Instant;

/**
 * Who made something and who last changed it, and when.
 *
 * @param createdAt when it was made
 * @param createdBy the name of the user who made it
 * @param modifiedAt when it was last changed
 * @param modifiedBy the name of the user who last changed it
 */
public record Stamp(Instant createdAt, String createdBy, Instant modifiedAt, String modifiedBy) {
    /** Made now, and not changed since. */
    public static Stamp made(Instant now, String user) {
        return new Stamp(now, user, now, user);
    }

    /** Changed now. */
    public Stamp changed(Instant now, String user) {
        return new Stamp(createdAt, createdBy, now, user);
    }
}
