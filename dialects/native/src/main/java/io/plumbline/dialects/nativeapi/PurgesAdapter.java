package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Purge;
import io.plumbline.dialects.nativeapi.wire.PurgeRequest;
import io.plumbline.dialects.nativeapi.wire.PurgeState;
import io.plumbline.dialects.nativeapi.wire.PurgesApi;
import io.plumbline.domain.experiment.Bin;
import io.plumbline.domain.task.Task;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import java.util.Optional;

/** The bin of experiments and runs, to be emptied. */
public final class PurgesAdapter implements PurgesApi {
    private static final int ACCEPTED = 202;

    private final Bin bin;

    /** Over this bin. */
    public PurgesAdapter(Bin bin) {
        this.bin = bin;
    }

    @Override
    public Answer<Purge> purgeBin(Call call, PurgeRequest body) {
        Task task = bin.empty(call.caller(), Optional.ofNullable(body.deletedBefore()));
        return Answer.of(wire(task))
                .withStatus(ACCEPTED)
                .withHeader("Location", NativeDialect.PREFIX + "/purges/" + task.id());
    }

    @Override
    public Purge getPurge(Call call, String purgeId) {
        return wire(bin.find(call.caller(), WireId.of("purge", purgeId)));
    }

    @Override
    public Purge cancelPurge(Call call, String purgeId) {
        return wire(bin.cancel(call.caller(), WireId.of("purge", purgeId)));
    }

    private static Purge wire(Task task) {
        Purge.Builder wire = Purge.builder()
                .id(task.id().toString())
                .state(PurgeState.valueOf(task.state().name()))
                .removed(task.done())
                .message(task.message())
                .createdAt(task.createdAt());
        task.endedAt().ifPresent(wire::endedAt);
        return wire.build();
    }
}
