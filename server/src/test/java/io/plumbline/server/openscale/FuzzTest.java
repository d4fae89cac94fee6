package io.plumbline.server.openscale;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Odd requests to every operation of the OpenScale dialect. */
class FuzzTest extends DialectFuzz {
    private @Nullable Workspace workspace;

    @Override
    protected String dialect() {
        return "openscale";
    }

    @Override
    protected void prepare(RunningServer running) {
        workspace = Workspace.in(running);
    }

    @Override
    protected String prefix() {
        return "";
    }

    @Override
    protected String path(ContractOperation operation) {
        return Objects.requireNonNull(workspace).path(operation);
    }
}
