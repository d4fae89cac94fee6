package io.plumbline.server.openscale;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Odd requests to every operation of the OpenScale dialect and of our own. */
class FuzzTest extends DialectFuzz {
    private @Nullable Workspace workspace;

    @Override
    protected List<ContractOperation> operations() {
        return ContractOperation.all();
    }

    @Override
    protected void prepare(RunningServer running) {
        workspace = Workspace.in(running);
    }

    @Override
    protected String path(ContractOperation operation) {
        return Objects.requireNonNull(workspace).path(operation);
    }
}
