package io.plumbline.domain.baseline;

import io.plumbline.domain.Id;
import java.util.Optional;

/** Keeps the profiles of baselines. Each call is one durable transaction. */
public interface BaselineStore {
    /** The profiles kept under this key. */
    Optional<BaselineProfiles> find(Id key);

    /**
     * Keeps profiles under this key, in place of those that are there.
     *
     * @param key the baseline's id, or that of a dataset which is compared with as a whole
     */
    void put(Id key, BaselineProfiles profiles);

    /** Forgets the profiles under this key. */
    void remove(Id key);
}
