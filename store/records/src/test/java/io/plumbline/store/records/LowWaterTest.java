package io.plumbline.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LowWaterTest {
    @Test
    void risesOnlyOverFramesThatAreAllSettled() {
        LowWater lowWater = new LowWater(10);
        lowWater.settle(13);
        lowWater.settle(12);
        assertThat(lowWater.mark()).isEqualTo(10);
        lowWater.settle(11);
        assertThat(lowWater.mark()).isEqualTo(13);
        lowWater.settle(15);
        assertThat(lowWater.mark()).isEqualTo(13);
    }

    @Test
    void frameSettledTwiceOrBeforeTheStartDoesNoHarm() {
        LowWater lowWater = new LowWater(10);
        lowWater.settle(9);
        lowWater.settle(11);
        lowWater.settle(11);
        assertThat(lowWater.mark()).isEqualTo(11);
        lowWater.settle(12);
        assertThat(lowWater.mark()).isEqualTo(12);
    }

    @Test
    void passesOverFramesThatWereLost() {
        LowWater lowWater = new LowWater(0);
        lowWater.settleBetween(0, 3);
        assertThat(lowWater.mark()).isEqualTo(2);
        lowWater.settle(3);
        assertThat(lowWater.mark()).isEqualTo(3);
    }
}
