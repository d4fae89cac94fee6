package io.plumbline.store.planted;

import io.plumbline.http.Routes;

/** Breaks a rule: a store that knows who asks. */
public record StoreThatSeesHttp(Routes routes) {}
