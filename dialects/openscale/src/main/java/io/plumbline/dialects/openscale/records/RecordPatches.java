package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordStore;
import java.time.InstantSource;
import java.util.List;

/** Applies patches to stored records. */
public final class RecordPatches {
    private final RecordStore store;
    private final Ids ids;
    private final InstantSource clock;

    /** Over this store. */
    public RecordPatches(RecordStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps what a patch changes, all or nothing.
     *
     * @return the id of the batch of changes
     * @throws PlumblineException as {@link RecordPatch#changes}
     */
    String apply(Dataset dataset, RecordPatch patch) {
        List<RecordChange> changes = patch.changes(dataset, store.find(dataset, patch.recordIds()), clock.instant());
        String batch = WireId.of(ids.next());
        store.change(dataset.id(), batch, changes);
        return batch;
    }
}
