package io.plumbline.domain.registration;

import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.baseline.BaselineStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Profiles of baselines in memory. */
final class MemoryBaselineStore implements BaselineStore {
    private final Map<Id, BaselineProfiles> kept = new HashMap<>();

    @Override
    public Optional<BaselineProfiles> find(Id key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void put(Id key, BaselineProfiles profiles) {
        kept.put(key, profiles);
    }

    @Override
    public void remove(Id key) {
        kept.remove(key);
    }
}
