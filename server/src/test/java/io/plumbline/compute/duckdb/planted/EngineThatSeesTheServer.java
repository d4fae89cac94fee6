package io.plumbline.compute.duckdb.planted;

import io.plumbline.server.PlumblineCommand;

/** Breaks a rule: an engine that knows who uses it. */
public record EngineThatSeesTheServer(PlumblineCommand command) {}
