package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.monitor.Monitor;
import org.junit.jupiter.api.Test;

/** What every repository of monitors does. */
public abstract class MonitorsContract extends RepositoryContract<Monitor> {
    @Override
    protected Monitor full(Header header) {
        return new Monitor(header, "quality", Samples.id(), "ada", Samples.DOCUMENT);
    }

    @Override
    protected Monitor empty(Header header) {
        return new Monitor(header, "", Samples.id(), "", Document.EMPTY);
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
