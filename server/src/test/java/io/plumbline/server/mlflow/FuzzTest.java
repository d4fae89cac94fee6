package io.plumbline.server.mlflow;

import io.plumbline.server.openscale.ContractOperation;
import io.plumbline.server.openscale.DialectFuzz;
import io.plumbline.server.openscale.RunningServer;
import java.util.List;

/** Odd requests to every operation of the MLflow dialect. */
class FuzzTest extends DialectFuzz {
    private String run = "";

    @Override
    protected List<ContractOperation> operations() {
        return ContractOperation.ofMlflow();
    }

    @Override
    protected void prepare(RunningServer running) {
        run = TrackedRun.in(running);
    }

    @Override
    protected String path(ContractOperation operation) {
        return operation.path(name -> TrackedRun.parameter(name, run));
    }
}
