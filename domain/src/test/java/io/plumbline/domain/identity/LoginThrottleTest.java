package io.plumbline.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theWaitEndsAfterFiveMinutesHoweverOftenSomebodyGuessed() {
        LoginThrottle throttle = new LoginThrottle(() -> now);
        for (int i = 0; i < 200; i++) {
            now = now.plus(Duration.ofMinutes(5));
            throttle.begin("ann");
        }
        assertThatThrownBy(() -> throttle.begin("ann"))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("try again in 300 s");
    }

    @Test
    void guessesOfManyThreadsAreCountedToo() throws InterruptedException {
        LoginThrottle throttle = new LoginThrottle(() -> now);
        AtomicInteger let = new AtomicInteger();
        Thread[] guessers = IntStream.range(0, 50)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        throttle.begin("ann");
                        let.incrementAndGet();
                    } catch (PlumblineException e) {
                        assertThat(e.failure()).isInstanceOf(Failure.Unauthenticated.class);
                    }
                }))
                .toArray(Thread[]::new);
        for (Thread guesser : guessers) {
            guesser.join();
        }
        assertThat(let).hasValue(5);
    }
}
