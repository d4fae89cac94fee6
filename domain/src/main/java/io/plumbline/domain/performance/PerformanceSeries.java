package io.plumbline.domain.performance;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordGeneration;

/**
 * Cells that belong together.
 *
 * @param owner whose they are
 * @param subject what they are profiles of: cells of another subject are of no use
 * @param madeFrom the records that were there when it was last brought up to date: hours that have no cell are still to be made
 * @param revision grows whenever it is brought up to date
 */
public record PerformanceSeries(Owner owner, String subject, RecordGeneration madeFrom, long revision) {
    /**
     * Whose cells they are.
     *
     * @param monitor that keeps them
     * @param part what it keeps of several kinds of records
     */
    public record Owner(Id monitor, String part) {}
}
