package io.plumbline.store.records;

import io.plumbline.domain.Ids;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordManifest;

/**
 * What a record store stands on.
 *
 * @param manifest lists the files
 * @param engine writes and reads them
 * @param profiler profiles them
 * @param datasets finds datasets as they are now
 * @param ids names files
 */
public record Parts(
        RecordManifest manifest, RecordEngine engine, CellProfiler profiler, DatasetLookup datasets, Ids ids) {}
