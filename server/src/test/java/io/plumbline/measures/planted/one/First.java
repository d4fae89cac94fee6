package io.plumbline.measures.planted.one;

import io.plumbline.measures.planted.two.Second;

/** One half of a cycle. */
public record First(Second second) {}
