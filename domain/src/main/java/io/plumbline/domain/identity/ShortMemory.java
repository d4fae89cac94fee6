package io.plumbline.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Answers that were just found and hold for a short time, unless they are forgotten before. What was not found is looked for each time. */
final class ShortMemory<K, V> {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Duration time;
    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    ShortMemory(InstantSource clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /**
     * An answer.
     *
     * @param since when it was looked for
     * @param forgotten how often everything had been forgotten by then
     */
    private record Answer<V>(V value, Instant since, long forgotten) {}

    /** The answer of a moment ago, or else the one that is found now. */
    Optional<V> answer(K question, Supplier<Optional<V>> search) {
        Instant now = clock.instant();
        long before = forgotten.get();
        Answer<V> known = answers.get(question);
        if (known != null && known.forgotten() == before && isRecent(known.since(), now)) {
            return Optional.of(known.value());
        }
        Optional<V> found = search.get();
        if (answers.size() >= MOST) {
            answers.clear();
        }
        // Found before something was forgotten, it says so, and is never given out.
        found.ifPresent(value -> answers.put(question, new Answer<>(value, now, before)));
        return found;
    }

    private boolean isRecent(Instant since, Instant now) {
        return !now.isBefore(since) && now.isBefore(since.plus(time));
    }

    /** Forgets everything, also what is being looked for just now. */
    void forget() {
        forgotten.incrementAndGet();
        answers.clear();
    }
}
