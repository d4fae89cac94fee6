package io.plumbline.architecture.planted;

import io.plumbline.sketches.DataSketches;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.duckdb.DuckDBConnection;

/** Breaks three rules: names an adapter, and two libraries that belong behind adapters. */
public record SeesSketchesAndDuckDb(DataSketches adapter, KllDoublesSketch sketch, DuckDBConnection connection) {}
