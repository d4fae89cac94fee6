package io.plumbline.domain.record;

import io.plumbline.domain.Repository;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.model.Dataset;
import java.time.Instant;
import java.time.InstantSource;

/** Lets go of records that are older than their dataset keeps them. */
public final class Retention {
    private final Identities identities;
    private final Repository<Dataset> datasets;
    private final RecordStore store;
    private final InstantSource clock;

    /** Over the datasets of all organizations. */
    public Retention(Identities identities, Repository<Dataset> datasets, RecordStore store, InstantSource clock) {
        this.identities = identities;
        this.datasets = datasets;
        this.store = store;
        this.clock = clock;
    }

    /** Does it for every dataset that keeps records for a limited time. Doing it again does no harm. */
    public void run() {
        Instant now = clock.instant();
        for (Organization organization : identities.organizations()) {
            datasets.list(organization.id()).forEach(dataset -> expire(dataset, now));
        }
    }

    private void expire(Dataset dataset, Instant now) {
        dataset.retention().ifPresent(kept -> store.expire(dataset, now.minus(kept)));
    }
}
