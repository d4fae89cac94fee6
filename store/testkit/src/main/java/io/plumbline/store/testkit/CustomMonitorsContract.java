package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Applicability;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Limit;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Presence;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.monitor.Threshold.Condition;
import io.plumbline.domain.monitor.Threshold.Specific;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every repository of definitions that users made does. */
public abstract class CustomMonitorsContract extends RepositoryContract<CustomMonitor> {
    @Override
    protected CustomMonitor full(Header header) {
        Limit limit = new Limit(
                Side.LOWER,
                OptionalDouble.of(0.8),
                List.of(new Specific(0.5, List.of(new Condition("tag", "region", "south")))));
        Metric metric = new Metric(
                "sensitivity",
                "Sensitivity",
                Direction.INCREASING,
                List.of(limit, new Limit(Side.UPPER, OptionalDouble.empty())),
                Set.of(Task.BINARY_CLASSIFICATION, Task.REGRESSION),
                Presence.REQUIRED);
        return new CustomMonitor(
                header,
                new MonitorDefinition(
                        "performance " + header.id(),
                        "Grüße 🙂",
                        "what it is for",
                        List.of(metric),
                        List.of(new Tag("region", "Region", "where", Presence.REQUIRED)),
                        new Applicability(Set.of(Task.RANKING), Set.of("structured"), Set.of("subscription")),
                        Optional.of(Schedule.every(2, ChronoUnit.WEEKS))),
                Optional.of(Samples.id()),
                Samples.DOCUMENT);
    }

    @Override
    protected CustomMonitor empty(Header header) {
        return new CustomMonitor(header, definition("empty " + header.id()), Optional.empty(), Document.EMPTY);
    }

    private static MonitorDefinition definition(String id) {
        return new MonitorDefinition(id, "", "", List.of(), List.of());
    }

    @Test
    void anIdIsTakenOnceInAnOrganization() {
        Id organization = Samples.id();
        repository().add(named(organization));
        assertThat(failureOf(() -> repository().add(named(organization))))
                .containsInstanceOf(Failure.AlreadyExists.class);
        repository().add(named(Samples.id()));
    }

    private static CustomMonitor named(Id organization) {
        return new CustomMonitor(Samples.header(organization), definition("same"), Optional.empty(), Document.EMPTY);
    }
}
