package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.THREADS;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.audit.AuditEntry;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} does. */
public abstract class AuditLogContract {
    private final Caller caller = Samples.caller(Samples.id());

    /** The log under test, over the same data each time within a test, with entries of {@link #NOW}. */
    protected abstract AuditLog log();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    /** Changes the action of this entry behind the log's back. */
    protected abstract void tamper(long number, String action);

    /** Takes this entry away behind the log's back. */
    protected abstract void remove(long number);

    /** When entries are made. Stores keep microseconds, so that the last digits must not be in the hash. */
    protected static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456789Z");

    private void append(int entries) {
        for (int i = 0; i < entries; i++) {
            log().append(caller, "change", "dataset", Samples.id());
        }
    }

    private List<AuditEntry> entries() {
        return log().entries(caller.organization(), 0, Integer.MAX_VALUE);
    }

    @Test
    void isWholeWhileEmpty() {
        assertThat(entries()).isEmpty();
        assertThat(log().firstBroken()).isEmpty();
    }

    @Test
    void keepsWhatWasDone() {
        Id id = Samples.id();
        log().append(caller, "add", "project", id);
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.number()).isEqualTo(1);
            assertThat(entry.at()).isEqualTo(Samples.BEGIN).isBefore(NOW);
            assertThat(entry.organization()).isEqualTo(caller.organization());
            assertThat(entry.user()).isEqualTo(caller.name());
            assertThat(entry.action()).isEqualTo("add");
            assertThat(entry.what()).isEqualTo("project");
            assertThat(entry.id()).isEqualTo(id);
            assertThat(entry.follows(AuditEntry.START)).isTrue();
        });
    }

    @Test
    void chainsEachEntryToTheOneBefore() {
        append(5);
        String before = AuditEntry.START;
        for (AuditEntry entry : entries()) {
            assertThat(entry.follows(before)).isTrue();
            before = entry.hash();
        }
        assertThat(entries()).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(log().firstBroken()).isEmpty();
    }

    @Test
    void pagesThroughTheEntriesOfOneOrganization() {
        Caller other = Samples.caller(Samples.id());
        append(2);
        log().append(other, "add", "model", Samples.id());
        append(2);
        assertThat(log().entries(caller.organization(), 0, 3))
                .extracting(AuditEntry::number)
                .containsExactly(1L, 2L, 4L);
        assertThat(log().entries(caller.organization(), 4, 3))
                .extracting(AuditEntry::number)
                .containsExactly(5L);
        assertThat(log().entries(other.organization(), 0, 10)).hasSize(1);
    }

    @Test
    void showsAnEntryThatWasChanged() {
        append(5);
        tamper(3, "read");
        assertThat(log().firstBroken()).hasValue(3);
    }

    @Test
    void showsAnEntryThatIsMissing() {
        append(5);
        remove(2);
        assertThat(log().firstBroken()).hasValue(2);
    }

    @Test
    void showsThatTheLastEntryIsMissing() {
        append(5);
        remove(5);
        assertThat(log().firstBroken()).hasValue(5);
    }

    @Test
    void goesOnWhenReopened() {
        append(2);
        List<AuditEntry> before = entries();
        reopen();
        append(1);
        assertThat(entries()).startsWith(before.toArray(AuditEntry[]::new)).hasSize(3);
        assertThat(log().firstBroken()).isEmpty();
    }

    @Test
    void hasNoGapsWhenManyAppend() {
        int each = 25;
        List<Boolean> sawGap = race(_ -> {
            boolean gap = false;
            for (int i = 0; i < each; i++) {
                append(1);
                gap |= hasGap(entries());
            }
            return gap;
        });
        assertThat(sawGap).containsOnly(false);
        List<Long> expected =
                LongStream.rangeClosed(1, (long) THREADS * each).boxed().toList();
        assertThat(entries()).extracting(AuditEntry::number).isEqualTo(expected);
        assertThat(log().firstBroken()).isEmpty();
    }

    private static boolean hasGap(List<AuditEntry> entries) {
        List<Long> numbers =
                new ArrayList<>(entries.stream().map(AuditEntry::number).toList());
        return !numbers.equals(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    }
}
