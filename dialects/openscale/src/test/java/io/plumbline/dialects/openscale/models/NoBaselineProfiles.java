package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.baseline.BaselineStore;
import java.util.Optional;

/** Where nothing is ever compared, no profiles are kept. */
final class NoBaselineProfiles implements BaselineStore {
    @Override
    public Optional<BaselineProfiles> find(Id key) {
        return Optional.empty();
    }

    @Override
    public void put(Id key, BaselineProfiles profiles) {
        throw new AssertionError("nothing is compared here");
    }

    @Override
    public void remove(Id key) {}
}
