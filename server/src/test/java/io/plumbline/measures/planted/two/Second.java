package io.plumbline.measures.planted.two;

import io.plumbline.measures.planted.one.First;
import org.jspecify.annotations.Nullable;

/** The other half of a cycle. */
public record Second(@Nullable First first) {}
