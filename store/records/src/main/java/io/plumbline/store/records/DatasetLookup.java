package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.model.Dataset;
import java.util.Optional;

/** Finds a dataset as it is now, whoever owns it: upkeep happens without a caller. */
@FunctionalInterface
public interface DatasetLookup {
    /** The dataset with this id. */
    Optional<Dataset> find(Id dataset);

    /** Over the datasets of all organizations. */
    static DatasetLookup over(Identities identities, Repository<Dataset> datasets) {
        return dataset -> identities.organizations().stream()
                .flatMap(organization -> datasets.find(organization.id(), dataset).stream())
                .findFirst();
    }
}
