package io.plumbline.server.mlflow;

import io.plumbline.server.openscale.ContractOperation;
import io.plumbline.server.openscale.DialectFuzz;
import io.plumbline.server.openscale.RunningServer;

/** Odd requests to every operation of the MLflow dialect. */
class FuzzTest extends DialectFuzz {
    private String run = "";

    @Override
    protected String dialect() {
        return "mlflow";
    }

    @Override
    protected void prepare(RunningServer running) {
        run = TrackedRun.in(running);
    }

    @Override
    protected String prefix() {
        return "/api/2.0";
    }

    @Override
    protected String path(ContractOperation operation) {
        return prefix() + operation.path(name -> TrackedRun.parameter(name, run));
    }
}
