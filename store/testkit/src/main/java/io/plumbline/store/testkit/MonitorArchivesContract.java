package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.artifact.BlobUse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every repository of archives of monitors does. */
public abstract class MonitorArchivesContract extends RepositoryContract<MonitorArchive> {
    /** Knows the blobs of the same archives. */
    protected abstract BlobUse use();

    @Override
    protected MonitorArchive full(Header header) {
        return archive(header, Samples.id(), "drift_v2");
    }

    @Override
    protected MonitorArchive empty(Header header) {
        return new MonitorArchive(header, Samples.id(), "", "", Samples.id(), 0, "");
    }

    private static MonitorArchive archive(Header header, Id model, String definition) {
        return new MonitorArchive(
                header, model, definition, "Grüße 🙂.tar.gz", Samples.id(), 1L << 40, "ab".repeat(32));
    }

    @Test
    void tellsWhichBlobsAreNeeded() {
        MonitorArchive kept = full(Samples.header(Samples.id()));
        MonitorArchive removed = full(Samples.header(Samples.id()));
        repository().add(kept);
        repository().add(removed);
        repository().remove(removed.header().organization(), removed.id());
        assertThat(use().used(List.of(kept.blob(), removed.blob(), Samples.id())))
                .containsExactly(kept.blob());
        assertThat(use().used(List.of())).isEmpty();
    }

    @Test
    void keepsOneOfEachDefinitionForAModel() {
        Id organization = Samples.id();
        Id model = Samples.id();
        MonitorArchive drift = archive(Samples.header(organization), model, "drift");
        MonitorArchive second = archive(Samples.header(organization), model, "drift_v2");
        repository().add(drift);
        repository().add(second);
        assertThat(failureOf(() -> repository().add(archive(Samples.header(organization), model, "drift"))))
                .containsInstanceOf(Failure.AlreadyExists.class);
        assertThat(repository().list(organization)).containsExactlyInAnyOrder(drift, second);
    }
}
