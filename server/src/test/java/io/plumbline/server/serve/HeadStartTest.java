package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HeadStartTest {
    @Test
    void goesOnBesideItsCallerUntilItIsAwaited() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        HeadStart headStart = HeadStart.of(() -> awaitUninterrupted(goOn));
        Thread waiting = Thread.ofVirtual().start(headStart::await);
        assertThat(waiting.join(Duration.ofMillis(50))).isFalse();
        goOn.countDown();
        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void leavesItToTheStartToTellWhatFailed() {
        HeadStart headStart = HeadStart.of(() -> {
            throw new NoClassDefFoundError("planted");
        });
        assertThatCode(headStart::await).doesNotThrowAnyException();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatReadsFilesIsNotLoadedBeforehandWhereItWouldHaveToBeUnpacked() {
        assertThat(HeadStart.ofFiles()).isSameAs(HeadStart.NONE);
    }
}
