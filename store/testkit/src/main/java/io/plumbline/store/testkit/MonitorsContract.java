package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.monitor.Schedule.After;
import io.plumbline.domain.monitor.Schedule.At;
import io.plumbline.domain.monitor.Schedule.Cron;
import io.plumbline.domain.monitor.Schedule.Every;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.domain.monitor.Threshold.Condition;
import io.plumbline.domain.monitor.Threshold.Specific;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What every repository of monitors does. */
public abstract class MonitorsContract extends RepositoryContract<Monitor> {
    @Override
    protected Monitor full(Header header) {
        Threshold threshold = new Threshold(
                "accuracy",
                Side.LOWER,
                OptionalDouble.of(0.8),
                List.of(new Specific(0.5, List.of(new Condition("tag", "region", "Grüße 🙂")))));
        Schedule schedule = new Schedule(
                new Cron("0 7 * * 1", ZoneId.of("Europe/Berlin")),
                Optional.of(new After(10, ChronoUnit.MINUTES)),
                Schedule.Status.DISABLED);
        return new Monitor(
                header,
                "quality",
                Samples.id(),
                "ada",
                List.of(threshold, new Threshold("recall", Side.UPPER, OptionalDouble.empty(), List.of())),
                Optional.of(schedule),
                Facts.of("min", 5).with("list", List.of(1.5, "a", true)).with("none", null),
                Samples.DOCUMENT);
    }

    @Override
    protected Monitor empty(Header header) {
        return new Monitor(header, "", Samples.id(), "", Document.EMPTY);
    }

    @Test
    void keepsAScheduleThatRepeats() {
        Id organization = Samples.id();
        Schedule schedule = new Schedule(
                new Every(3, ChronoUnit.MONTHS), Optional.of(new At(Samples.BEGIN)), Schedule.Status.ENABLED);
        Monitor monitor = empty(Samples.header(organization)).with(Optional.of(schedule));
        repository().add(monitor);
        assertThat(repository().find(organization, monitor.id())).contains(monitor);
    }

    @Test
    void keepsOneOfEachDefinitionForAModel() {
        Id organization = Samples.id();
        Monitor quality = full(Samples.header(organization));
        Monitor again = of(quality.model(), "quality", organization);
        Monitor drift = of(quality.model(), "drift", organization);
        repository().add(quality);
        assertThat(failureOf(() -> repository().add(again))).containsInstanceOf(Failure.AlreadyExists.class);
        repository().add(drift);
        assertThat(repository().list(organization)).containsExactlyInAnyOrder(quality, drift);
    }

    @Test
    void takesTheDefinitionAgainOnceTheMonitorIsGone() {
        Id organization = Samples.id();
        Monitor first = full(Samples.header(organization));
        repository().add(first);
        repository().remove(organization, first.id());
        Monitor second = of(first.model(), first.definition(), organization);
        repository().add(second);
        assertThat(repository().list(organization)).containsExactly(second);
    }

    private static Monitor of(Id model, String definition, Id organization) {
        return new Monitor(Samples.header(organization), definition, model, "", Document.EMPTY);
    }
}
