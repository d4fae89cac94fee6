package io.plumbline.domain.planted;

import io.plumbline.server.PlumblineCommand;

/** Breaks a rule: a core that knows who uses it. */
public record DomainThatSeesTheServer(PlumblineCommand command) {}
