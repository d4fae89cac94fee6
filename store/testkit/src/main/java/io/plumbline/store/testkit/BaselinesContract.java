package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.baseline.Baseline.Fixed;
import io.plumbline.domain.baseline.Baseline.Moving;
import io.plumbline.domain.baseline.Baseline.Training;
import io.plumbline.domain.measurement.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every repository of baselines does. */
public abstract class BaselinesContract extends RepositoryContract<Baseline> {
    @Override
    protected Baseline full(Header header) {
        Window window = new Window(Samples.BEGIN, Samples.BEGIN.plusSeconds(5));
        return new Baseline(header, Samples.id(), "Grüße 🙂", new Fixed(Samples.id(), window));
    }

    @Override
    protected Baseline empty(Header header) {
        return new Baseline(header, Samples.id(), "", new Training(Samples.id()));
    }

    @Test
    void keepsAWindowThatMoves() {
        Id organization = Samples.id();
        Baseline moving = new Baseline(
                Samples.header(organization),
                Samples.id(),
                "last week",
                new Moving(Samples.id(), Duration.ofDays(7), Duration.ofHours(1)));
        repository().add(moving);
        assertThat(repository().find(organization, moving.id())).contains(moving);
    }
}
