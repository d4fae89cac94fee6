package io.plumbline.domain.audit;

import io.plumbline.domain.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One change.
 *
 * @param number counts the entries of the log, from 1 without gaps
 * @param at when
 * @param organization in which
 * @param user the name of the user
 * @param action what was done
 * @param what the kind of thing it was done to
 * @param id of the thing
 * @param hash over the hash of the entry before and all fields above
 */
public record AuditEntry(
        long number, Instant at, Id organization, String user, String action, String what, Id id, String hash) {
    /** What the first entry follows. */
    public static final String START = "0".repeat(64);

    /** The entry with the hash that follows from the one before. */
    public AuditEntry chainedTo(String before) {
        return new AuditEntry(number, at, organization, user, action, what, id, hashAfter(before));
    }

    /** Whether the entry has the hash that follows from the one before. */
    public boolean follows(String before) {
        return hash.equals(hashAfter(before));
    }

    private String hashAfter(String before) {
        String text = String.join(
                "\n",
                before,
                Long.toString(number),
                at.toString(),
                organization.toString(),
                user,
                action,
                what,
                id.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
