package io.plumbline.dialects.planted;

import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.store.sql.Database;

/** Breaks two rules: a dialect that knows where things are kept, and another dialect. */
public record DialectThatSeesAStore(Database database, OpenScaleDialect other) {}
