package io.plumbline.domain;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes new ids. The core takes none from anywhere else. */
@FunctionalInterface
public interface Ids {
    /** An id that no call has returned before. */
    Id next();

    /** Ids of this clock's time and of this generator's bits; give a {@link SecureRandom} where others must not guess them. */
    static Ids of(InstantSource clock, RandomGenerator random) {
        return () -> new Id((int) clock.instant().getEpochSecond(), random.nextLong());
    }
}
