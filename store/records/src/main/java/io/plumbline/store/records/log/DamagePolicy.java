package io.plumbline.store.records.log;

/** What opening a log does about damage to frames that had been acknowledged. */
public enum DamagePolicy {
    /** Opens nothing and changes nothing: {@link LogException.Damaged} names every place. */
    REFUSE,
    /**
     * Copies each damaged segment to a file that ends in {@code .damaged}, keeps every frame that is still intact, and leaves the lost ones out. The report names
     * what was lost.
     */
    SET_ASIDE
}
